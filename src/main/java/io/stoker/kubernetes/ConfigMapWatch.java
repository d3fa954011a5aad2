package io.stoker.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hears of one ConfigMap, by an informer. */
final class ConfigMapWatch implements ResourceEventHandler<ConfigMap>, AutoCloseable {
  private final ApiServer api;
  private final String namespace;
  private final String name;
  private final Listener listener;

  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile SharedIndexInformer<ConfigMap> informer;
  private volatile ConfigMapVersion heard = new ConfigMapVersion.Absent();

  /** Hears what the API server tells, called by any thread. */
  interface Listener {
    void heard(String configMap, ConfigMapVersion version);

    /** The API server could not be asked. */
    void lost(String configMap, Throwable cause);
  }

  ConfigMapWatch(ApiServer api, String namespace, String name, Listener listener) {
    this.api = api;
    this.namespace = namespace;
    this.name = name;
    this.listener = listener;
    this.informer = start();
  }

  /** Whether the API server would tell of a change at this time. */
  boolean isWatching() {
    return informer.isWatching();
  }

  /** Asks instead of waiting, unless it is asking already. Blocks. */
  void resync() {
    if (asking.compareAndSet(false, true)) {
      try {
        ask();
      } catch (RuntimeException e) {
        listener.lost(name, e);
      } finally {
        asking.set(false);
      }
    }
  }

  /** A watch may go silent without an end; then it is begun anew. */
  private void ask() {
    ConfigMapVersion before = heard;
    ConfigMapVersion now = api.configMap(namespace, name);
    listener.heard(name, now);
    if (!now.equals(before) && before.equals(heard)) {
      informer.stop();
      informer = start();
    }
  }

  @Override
  public void onNothing() {
    tell(new ConfigMapVersion.Absent());
  }

  @Override
  public void onAdd(ConfigMap added) {
    tell(ConfigMapVersions.of(added));
  }

  @Override
  public void onUpdate(ConfigMap before, ConfigMap after) {
    tell(ConfigMapVersions.of(after));
  }

  @Override
  public void onDelete(ConfigMap last, boolean unknownState) {
    tell(new ConfigMapVersion.Absent());
  }

  @Override
  public void close() {
    informer.stop();
  }

  private void tell(ConfigMapVersion version) {
    heard = version;
    listener.heard(name, version);
  }

  private SharedIndexInformer<ConfigMap> start() {
    SharedIndexInformer<ConfigMap> made = api.named(namespace, name).runnableInformer(0);
    made.addEventHandler(this)
        .itemStore(api.namesAndVersions())
        .exceptionHandler(
            (started, cause) -> {
              listener.lost(name, cause);
              return true;
            });
    made.start();
    return made;
  }
}
