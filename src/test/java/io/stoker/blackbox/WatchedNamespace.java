package io.stoker.blackbox;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.manifests.Manifests;
import io.stoker.testbed.ConfigMaps;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.PublishedPod;
import io.stoker.testbed.Ration;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A namespace with one ConfigMap and watchers that have the rights of the manifests; the test
 * stands for the controllers.
 */
final class WatchedNamespace implements AutoCloseable {
  static final String CONFIG = "prometheus-config";
  static final String ACCOUNT = "stoker-watch";

  private final KubernetesApi api;
  private final String name;
  private final Path folder;
  private final List<StokerProcess> watchers = new ArrayList<>();

  /**
   * A new one.
   *
   * @param folder for what the watchers need and log
   */
  WatchedNamespace(KubernetesApi api, Path folder) {
    this.api = api;
    this.folder = folder;
    this.name = api.namespace();
    var role = Manifests.folder("watcher", name).of(Role.class).getFirst();
    api.serviceAccount(name, ACCOUNT, role.getRules().toArray(PolicyRule[]::new));
  }

  KubernetesApi api() {
    return api;
  }

  String name() {
    return name;
  }

  /** From now on the watchers may do this and no more. */
  void allow(PolicyRule... rules) {
    api.allow(name, ACCOUNT, rules);
  }

  /** Until it is closed the API server turns away whatever the watchers ask for. */
  Ration ration() {
    return Ration.of(api, name, ACCOUNT);
  }

  /** Creates the ConfigMap, or changes it, with annotations such as {@code reload=prometheus}. */
  void write(Map<String, String> contents, String... annotations) {
    ConfigMap configMap =
        new ConfigMapBuilder(ConfigMaps.of(name, CONFIG, contents))
            .editMetadata()
            .addToAnnotations(annotations(annotations))
            .endMetadata()
            .build();
    ConfigMaps.put(client(), configMap);
  }

  void delete() {
    client().configMaps().inNamespace(name).withName(CONFIG).delete();
  }

  Optional<String> annotation(String key) {
    var configMap = client().configMaps().inNamespace(name).withName(CONFIG).get();
    return Optional.ofNullable(configMap.getMetadata().getAnnotations().get(key));
  }

  /** A pod that is ready and mounts the ConfigMap. */
  void publish(String pod, String service, String address, int port) {
    Pod created = client().resource(PublishedPod.mounting(name, pod, CONFIG)).create();
    client().resource(PublishedPod.slice(created, service, address, port)).create();
  }

  List<Event> events() {
    return client().v1().events().inNamespace(name).list().getItems();
  }

  /** Another replica of the watcher. */
  StokerProcess watch(String... flags) {
    return watch(setup -> setup.with(flags));
  }

  /** The same, changed before it is started. */
  StokerProcess watch(UnaryOperator<StokerSetup> refinement) {
    String replica = "stoker-watch-" + watchers.size();
    var own = folder.resolve(replica);
    StokerProcess watcher =
        refinement
            .apply(
                StokerSetup.in(own)
                    .ofCommand("watch")
                    .with("--watch-interval=1s")
                    .withEnvironment("KUBECONFIG", kubeconfig(own).toString())
                    .withEnvironment("POD_NAMESPACE", name)
                    .withEnvironment("POD_NAME", replica))
            .start();
    watchers.add(watcher);
    return watcher.awaitHttp();
  }

  /** Who watches all namespaces finds nothing of it. */
  @Override
  public void close() {
    watchers.forEach(StokerProcess::close);
    client().configMaps().inNamespace(name).delete();
  }

  private Path kubeconfig(Path own) {
    try {
      Files.createDirectories(own);
      return Files.writeString(own.resolve("kubeconfig"), api.kubeconfig(api.token(name, ACCOUNT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> annotations(String... given) {
    var all = new TreeMap<String, String>();
    for (String annotation : given) {
      String[] words = annotation.split("=", 2);
      all.put("stoker.io/" + words[0], words[1]);
    }
    return all;
  }

  private KubernetesClient client() {
    return api.administrator();
  }
}
