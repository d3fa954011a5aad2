package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/** ConfigMaps with one key. */
public final class ConfigMaps {
  private ConfigMaps() {}

  public static ConfigMap of(String namespace, String name, String key, String content) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withData(Map.of(key, content))
        .build();
  }

  /** Creates it, or puts it in the place of the one that is there. */
  public static void put(KubernetesClient client, ConfigMap configMap) {
    client.resource(configMap).createOr(existing -> existing.update());
  }
}
