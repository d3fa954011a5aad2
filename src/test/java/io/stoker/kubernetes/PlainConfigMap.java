package io.stoker.kubernetes;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A ConfigMap of which only the name counts. */
public final class PlainConfigMap {
  private PlainConfigMap() {}

  public static ConfigMapFacts of(ObjectName name, String uid) {
    return new ConfigMapFacts(
        name, false, uid, "1", Map.of(), Map.of(), new TreeMap<>(), false, Optional.empty());
  }
}
