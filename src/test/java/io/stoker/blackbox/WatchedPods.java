package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.stoker.manifests.Manifests;
import io.stoker.manifests.Workloads;
import io.stoker.testbed.ConfigMaps;
import io.stoker.testbed.FreePorts;
import io.stoker.testbed.HostPod;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.PrometheusClient;
import io.stoker.testbed.PrometheusPod;
import io.stoker.testbed.PublishedPod;
import io.stoker.testbed.RoutedAddress;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.StokerTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pods with Prometheus behind one Service, and the pod of the manifests' watcher, all on a real
 * kubelet; the test stands for the controllers.
 */
final class WatchedPods implements AutoCloseable {
  private static final String SERVICE = "prometheus";

  private final KubernetesApi api;
  private final String namespace;
  private final Manifests manifests;
  private final StokerSetup watcher = StokerSetup.in(Path.of("/tmp")).ofCommand("watch");
  private final List<Member> members = new ArrayList<>();
  private final List<HasMetadata> created = new ArrayList<>();

  /** A pod behind the Service. */
  record Member(Pod pod, PrometheusClient prometheus) {}

  WatchedPods(KubernetesApi api) {
    this.api = api;
    this.namespace = api.namespace();
    this.manifests = Manifests.folder("watcher", namespace);
  }

  List<Member> members() {
    return members;
  }

  /** Creates the ConfigMap, with only the annotation that asks for reloads. */
  void write(String content) {
    client().resource(configMap(content)).create();
  }

  /** {@code kubectl delete} and {@code kubectl create}, back to back. */
  void recreate(String content) {
    client().resource(configMap(content)).delete();
    write(content);
  }

  /** {@code kubectl apply}. */
  void apply(String content) {
    client().resource(configMap(content)).update();
  }

  /** Another pod behind the Service. */
  Member join(String name) {
    var prometheus = new PrometheusClient("http://" + address());
    return join(PrometheusPod.of(namespace, name, prometheus), prometheus);
  }

  /** Another one, with a Stoker of its own. */
  Member joinTended(String name) {
    var prometheus = new PrometheusClient("http://" + address());
    List<String> sidecar =
        StokerSetup.in(Path.of("/tmp"))
            .with(
                "--config-file=" + PrometheusPod.CONFIG_FILE,
                "--reload-url=" + prometheus.url() + "/-/reload",
                "--listen-address=" + address())
            .command();
    var pod = PrometheusPod.of(namespace, name, prometheus);
    return join(PrometheusPod.with(pod, "stoker", sidecar), prometheus);
  }

  private Member join(Pod pod, PrometheusClient prometheus) {
    Pod running = create(HostPod.of(pod, api));
    int port = Integer.parseInt(prometheus.address().split(":", 2)[1]);
    client().resource(PublishedPod.slice(running, SERVICE, RoutedAddress.TEXT, port)).create();
    var member = new Member(running, prometheus);
    members.add(member);
    return member;
  }

  /** Applies the manifests; the Deployment's pod is made here, since no controller makes it. */
  void watch() {
    create(manifests.of(ServiceAccount.class));
    create(manifests.of(Role.class));
    create(manifests.of(RoleBinding.class));
    create(manifests.of(ValidatingAdmissionPolicy.class));
    create(manifests.of(ValidatingAdmissionPolicyBinding.class));
    create(watcherPod());
  }

  /** Whether the kubelet calls the watcher ready. */
  boolean watcherIsReady() {
    return Readiness.isPodReady(client().resource(watcherPod()).get());
  }

  List<StokerTarget> targets() {
    return StokerTarget.at("http://127.0.0.1:" + watcher.port());
  }

  boolean runs(Member member, String revision) {
    return member.prometheus().servedConfig().contains("revision: " + revision + "\n");
  }

  Pod now(Member member) {
    return client().resource(member.pod()).get();
  }

  /** Makes a kubelet look, as anybody may. */
  void label(Member member, String value) {
    client()
        .resource(member.pod())
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\": {\"labels\": {\"example.com/seen\": \"%s\"}}}".formatted(value));
  }

  @Override
  public void close() {
    for (HasMetadata resource : created.reversed()) {
      client().resource(resource).withGracePeriod(0).delete();
    }
  }

  private Pod watcherPod() {
    Pod pod = Workloads.pod(manifests.of(Deployment.class).getFirst());
    Container container = pod.getSpec().getContainers().getFirst();
    var here =
        new ContainerBuilder(HostPod.onLoopback(container, watcher.port()))
            .withCommand(watcher.command())
            .withArgs(
                container.getArgs().stream()
                    .filter(word -> !word.equals("watch") && !word.startsWith("--listen-address"))
                    .toList());
    if (StokerSetup.executable().isEmpty()) {
      here.withResources(null); // of a JVM
    }
    return HostPod.of(
        new PodBuilder(pod).editSpec().withContainers(here.build()).endSpec().build(), api);
  }

  private void create(List<? extends HasMetadata> resources) {
    resources.forEach(this::create);
  }

  private <T extends HasMetadata> T create(T resource) {
    T made = client().resource(resource).create();
    created.add(made);
    return made;
  }

  private ConfigMap configMap(String content) {
    return new ConfigMapBuilder(ConfigMaps.of(namespace, PrometheusPod.CONFIG, MAIN, content))
        .editMetadata()
        .addToAnnotations("stoker.io/reload", SERVICE)
        .endMetadata()
        .build();
  }

  private static String address() {
    return RoutedAddress.ensure() + ":" + FreePorts.any();
  }

  private KubernetesClient client() {
    return api.administrator();
  }
}
