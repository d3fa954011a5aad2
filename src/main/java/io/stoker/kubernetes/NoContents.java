package io.stoker.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What an informer remembers of ConfigMaps: their names and versions. */
final class NoContents implements ItemStore<ConfigMap> {
  private final Map<String, ConfigMap> items = new ConcurrentHashMap<>();

  @Override
  public String getKey(ConfigMap item) {
    return item.getMetadata().getNamespace() + "/" + item.getMetadata().getName();
  }

  @Override
  public ConfigMap put(String key, ConfigMap item) {
    var bare =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(item.getMetadata().getNamespace())
            .withName(item.getMetadata().getName())
            .withUid(item.getMetadata().getUid())
            .withResourceVersion(item.getMetadata().getResourceVersion())
            .endMetadata()
            .build();
    return items.put(key, bare);
  }

  @Override
  public ConfigMap remove(String key) {
    return items.remove(key);
  }

  @Override
  public Stream<String> keySet() {
    return items.keySet().stream();
  }

  @Override
  public Stream<ConfigMap> values() {
    return items.values().stream();
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public ConfigMap get(String key) {
    return items.get(key);
  }

  @Override
  public boolean isFullState() {
    return false;
  }
}
