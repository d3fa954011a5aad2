package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/** ConfigMaps of tests. */
public final class ConfigMaps {
  private ConfigMaps() {}

  public static ConfigMap of(String namespace, String name, String key, String content) {
    return of(namespace, name, Map.of(key, content));
  }

  public static ConfigMap of(String namespace, String name, Map<String, String> contents) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withData(contents)
        .build();
  }

  /** Creates it, or puts it in the place of the one that is there. */
  public static void put(KubernetesClient client, ConfigMap configMap) {
    client.resource(configMap).createOr(existing -> existing.update());
  }
}
