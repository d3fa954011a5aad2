package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.Ration;
import io.stoker.testbed.RoutedAddress;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Real Prometheus processes behind a Service on a real API server; the test stands for the kubelet
 * of their pods and for the controller that writes EndpointSlices.
 */
final class WatchedService implements AutoCloseable {
  private static final String SERVICE = "prometheus";

  private final WatchedNamespace namespace;
  private final Path folder;
  private final List<Member> members = new ArrayList<>();

  /** A pod behind the Service. */
  record Member(String pod, KubeletVolume volume, PrometheusProcess prometheus) {}

  WatchedService(KubernetesApi api, Path folder) {
    this.folder = folder;
    this.namespace = new WatchedNamespace(api, folder);
  }

  KubernetesApi api() {
    return namespace.api();
  }

  String namespace() {
    return namespace.name();
  }

  List<Member> members() {
    return members;
  }

  /** From now on the watchers may do this and no more. */
  void allow(PolicyRule... rules) {
    namespace.allow(rules);
  }

  /** Until it is closed the API server turns away whatever the watchers ask for. */
  Ration ration() {
    return namespace.ration();
  }

  /** Creates the ConfigMap, or changes it, with annotations such as {@code reload=prometheus}. */
  void write(String content, String... annotations) {
    write(Map.of(MAIN, content), annotations);
  }

  /** The same with several keys. */
  void write(Map<String, String> contents, String... annotations) {
    namespace.write(contents, annotations);
  }

  /** Gives the ConfigMap this label. */
  void label(String key, String value) {
    client()
        .configMaps()
        .inNamespace(namespace())
        .withName(WatchedNamespace.CONFIG)
        .edit(
            configMap ->
                new ConfigMapBuilder(configMap)
                    .editMetadata()
                    .addToLabels(key, value)
                    .endMetadata()
                    .build());
  }

  void delete() {
    namespace.delete();
  }

  Optional<String> annotation(String key) {
    return namespace.annotation(key);
  }

  /** Another pod, ready, whose volume holds this main file. */
  Member join(String pod, String content) {
    String address = RoutedAddress.ensure();
    var own = folder.resolve(pod);
    var volume = KubeletVolume.create(own.resolve("config"), Map.of(MAIN, content));
    var setup =
        PrometheusSetup.of(Tool.PROMETHEUS_3.executable(), own.resolve("data"), volume.path(MAIN));
    setup = setup.with("--web.listen-address=" + address + ":" + setup.port());
    var member = new Member(pod, volume, setup.start().awaitReady());
    members.add(member);
    namespace.publish(pod, SERVICE, address, member.prometheus().port());
    return member;
  }

  /** A pod that is no more. */
  void leave(Member member) {
    client()
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(namespace())
        .withName(member.pod())
        .delete();
    client().pods().inNamespace(namespace()).withName(member.pod()).withGracePeriod(0).delete();
    member.prometheus().close();
    members.remove(member);
  }

  /** Does what kubelets do with what the ConfigMap holds. */
  void mount(String content) {
    mount(Map.of(MAIN, content));
  }

  /** The same with several keys. */
  void mount(Map<String, String> contents) {
    members.forEach(member -> member.volume().write(contents));
  }

  Optional<String> nudge(Member member) {
    return Optional.ofNullable(
        client()
            .pods()
            .inNamespace(namespace())
            .withName(member.pod())
            .get()
            .getMetadata()
            .getAnnotations()
            .get("stoker.io/nudge"));
  }

  List<Event> events() {
    return namespace.events();
  }

  /** Another replica of the watcher. */
  StokerProcess watch(String... flags) {
    return namespace.watch(flags);
  }

  /** The same, changed before it is started. */
  StokerProcess watch(UnaryOperator<StokerSetup> refinement) {
    return namespace.watch(refinement);
  }

  boolean runs(Member member, String revision) {
    return member.prometheus().client().servedConfig().contains("revision: " + revision + "\n");
  }

  void awaitRuns(String revision) {
    members.forEach(
        member ->
            Patience.await(revision + " runs in " + member.pod())
                .until(() -> runs(member, revision)));
  }

  @Override
  public void close() {
    namespace.close();
    members.forEach(member -> member.prometheus().close());
  }

  private KubernetesClient client() {
    return api().administrator();
  }
}
