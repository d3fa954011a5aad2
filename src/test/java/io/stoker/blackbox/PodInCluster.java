package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.stoker.testbed.ConfigMaps;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A pod and its ConfigMap as the API server knows them. No kubelet runs it: the test mounts the
 * volume and brings changes to it, when it likes.
 *
 * @param volume where the pod's container has the ConfigMap
 */
record PodInCluster(KubernetesApi api, String namespace, KubeletVolume volume, Path folder) {
  private static final String NAME = "prometheus";
  private static final String ACCOUNT = "stoker";
  static final String CONFIG = "prometheus-config";

  /** One whose ConfigMap and volume hold this main file. */
  static PodInCluster create(KubernetesApi api, Path folder, String content) {
    return create(api, folder, content, pod -> {});
  }

  /**
   * The same.
   *
   * @param refinement makes the pod another before it is created
   */
  static PodInCluster create(
      KubernetesApi api,
      Path folder,
      String content,
      Consumer<io.fabric8.kubernetes.api.model.Pod> refinement) {
    var volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, content));
    var pod = new PodInCluster(api, api.namespace(), volume, folder);
    pod.write(content);
    pod.createPod(refinement);
    return pod;
  }

  /**
   * Starts Prometheus and Stoker in it, with these rights, and awaits that the config is proven.
   */
  Pod start(PolicyRule... rules) {
    return start(UnaryOperator.identity(), rules);
  }

  /**
   * The same.
   *
   * @param refinement of what makes Stoker part of it
   */
  Pod start(UnaryOperator<StokerSetup> refinement, PolicyRule... rules) {
    return Pod.start(
        Tool.PROMETHEUS_3,
        folder,
        volume.path(MAIN),
        setup -> refinement.apply(with(setup, rules)));
  }

  /** Makes Stoker part of it, with these rights. */
  StokerSetup with(StokerSetup setup, PolicyRule... rules) {
    api.serviceAccount(namespace, ACCOUNT, rules);
    giveToken(api.token(namespace, ACCOUNT));
    return setup
        .with("--kubernetes")
        .withEnvironment("KUBECONFIG", kubeconfig().toString())
        .withEnvironment("POD_NAMESPACE", namespace)
        .withEnvironment("POD_NAME", NAME);
  }

  /** From now on Stoker has these rights. */
  void allow(PolicyRule... rules) {
    api.allow(namespace, ACCOUNT, rules);
  }

  /** Makes the token worthless that Stoker has. */
  void invalidateToken() {
    api.invalidateTokens(namespace, ACCOUNT);
  }

  /** Does what the kubelet does before a token expires. */
  void renewToken() {
    giveToken(api.token(namespace, ACCOUNT));
  }

  /** The file that tells Stoker of the API server. */
  Path kubeconfig() {
    return folder.resolve("kubeconfig");
  }

  private void giveToken(String token) {
    try {
      Files.writeString(kubeconfig(), api.kubeconfig(token));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the ConfigMap, and nothing in the volume. */
  void write(String content) {
    ConfigMaps.put(api.administrator(), ConfigMaps.of(namespace, CONFIG, MAIN, content));
  }

  /** The ConfigMap's resourceVersion. */
  String version() {
    return api.administrator()
        .configMaps()
        .inNamespace(namespace)
        .withName(CONFIG)
        .get()
        .getMetadata()
        .getResourceVersion();
  }

  /** What the API server tells somebody who wants to watch ConfigMaps from this version on. */
  String watchSince(String version) {
    return api.administrator()
        .raw(
            "/api/v1/namespaces/%s/configmaps?watch=1&timeoutSeconds=1&resourceVersion=%s"
                .formatted(namespace, version));
  }

  void deleteConfigMap() {
    api.administrator().configMaps().inNamespace(namespace).withName(CONFIG).delete();
  }

  /** Does what the kubelet would. */
  void mount(String content) {
    volume.put(MAIN, content);
  }

  /** The latest request to hurry, if there was one. */
  Optional<String> nudge() {
    return Optional.ofNullable(
        api.administrator()
            .pods()
            .inNamespace(namespace)
            .withName(NAME)
            .get()
            .getMetadata()
            .getAnnotations()
            .get("stoker.io/nudge"));
  }

  List<Event> events() {
    return api.administrator().v1().events().inNamespace(namespace).list().getItems();
  }

  private void createPod(Consumer<io.fabric8.kubernetes.api.model.Pod> refinement) {
    var pod =
        new PodBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(NAME)
            .addToAnnotations("example.com/owner", "somebody")
            .endMetadata()
            .withNewSpec()
            .withNodeName("no-kubelet-is-here")
            .addNewContainer()
            .withName("stoker")
            .withImage("stoker.test/none:1")
            .addNewVolumeMount()
            .withName("config")
            .withMountPath(volume.folder().toString())
            .endVolumeMount()
            .endContainer()
            .addNewVolume()
            .withName("config")
            .withNewConfigMap()
            .withName(CONFIG)
            .endConfigMap()
            .endVolume()
            .endSpec()
            .build();
    refinement.accept(pod);
    api.administrator().resource(pod).create();
  }
}
