package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.ConfigMaps;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.PublishedPod;
import io.stoker.testbed.Rights;
import io.stoker.testbed.RoutedAddress;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Real Prometheus processes behind a Service on a real API server; the test stands for the kubelet
 * of their pods and for the controller that writes EndpointSlices.
 */
final class WatchedService implements AutoCloseable {
  static final String CONFIG = "prometheus-config";
  static final String SERVICE = "prometheus";
  private static final String ACCOUNT = "stoker-watch";

  private final KubernetesApi api;
  private final String namespace;
  private final Path folder;
  private final List<Member> members = new ArrayList<>();
  private final List<StokerProcess> watchers = new ArrayList<>();

  /** A pod behind the Service. */
  record Member(String pod, KubeletVolume volume, PrometheusProcess prometheus) {}

  WatchedService(KubernetesApi api, Path folder) {
    this.api = api;
    this.folder = folder;
    this.namespace = api.namespace();
    api.serviceAccount(namespace, ACCOUNT, Rights.watcher());
  }

  static PolicyRule rule(String group, String resource, String... verbs) {
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(resource)
        .withVerbs(verbs)
        .build();
  }

  KubernetesApi api() {
    return api;
  }

  String namespace() {
    return namespace;
  }

  List<Member> members() {
    return members;
  }

  /** From now on the watchers may do this and no more. */
  void allow(PolicyRule... rules) {
    api.allow(namespace, ACCOUNT, rules);
  }

  /** Creates the ConfigMap, or changes it, with annotations such as {@code reload=prometheus}. */
  void write(String content, String... annotations) {
    ConfigMap configMap =
        new ConfigMapBuilder(ConfigMaps.of(namespace, CONFIG, MAIN, content))
            .editMetadata()
            .addToAnnotations(annotations(annotations))
            .endMetadata()
            .build();
    ConfigMaps.put(client(), configMap);
  }

  void delete() {
    client().configMaps().inNamespace(namespace).withName(CONFIG).delete();
  }

  Optional<String> annotation(String key) {
    return Optional.ofNullable(
        client()
            .configMaps()
            .inNamespace(namespace)
            .withName(CONFIG)
            .get()
            .getMetadata()
            .getAnnotations()
            .get(key));
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
    publish(member, address);
    return member;
  }

  /** A pod that is no more. */
  void leave(Member member) {
    client()
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(namespace)
        .withName(member.pod())
        .delete();
    client().pods().inNamespace(namespace).withName(member.pod()).withGracePeriod(0).delete();
    member.prometheus().close();
    members.remove(member);
  }

  /** Does what kubelets do with what the ConfigMap holds. */
  void mount(String content) {
    members.forEach(member -> member.volume().put(MAIN, content));
  }

  Optional<String> nudge(Member member) {
    return Optional.ofNullable(
        client()
            .pods()
            .inNamespace(namespace)
            .withName(member.pod())
            .get()
            .getMetadata()
            .getAnnotations()
            .get("stoker.io/nudge"));
  }

  List<Event> events() {
    return client().v1().events().inNamespace(namespace).list().getItems();
  }

  /** Another replica of the watcher. */
  StokerProcess watch(String... flags) {
    String name = "stoker-watch-" + watchers.size();
    var own = folder.resolve(name);
    StokerProcess watcher =
        StokerSetup.in(own)
            .ofCommand("watch")
            .with("--watch-interval=1s")
            .with(flags)
            .withEnvironment("KUBECONFIG", kubeconfig(own).toString())
            .withEnvironment("POD_NAMESPACE", namespace)
            .withEnvironment("POD_NAME", name)
            .start();
    watchers.add(watcher);
    return watcher.awaitHttp();
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
    watchers.forEach(StokerProcess::close);
    members.forEach(member -> member.prometheus().close());
  }

  private Path kubeconfig(Path own) {
    try {
      Files.createDirectories(own);
      return Files.writeString(
          own.resolve("kubeconfig"), api.kubeconfig(api.token(namespace, ACCOUNT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void publish(Member member, String address) {
    Pod pod = client().resource(PublishedPod.mounting(namespace, member.pod(), CONFIG)).create();
    client()
        .resource(PublishedPod.slice(pod, SERVICE, address, member.prometheus().port()))
        .create();
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
