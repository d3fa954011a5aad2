package io.stoker.kubernetes;

import static io.stoker.kubernetes.ClusterObjects.CONFIG_MAPS;
import static io.stoker.kubernetes.ClusterObjects.SECRETS;
import static io.stoker.kubernetes.ClusterObjects.SLICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.ConfigMaps;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a watcher hears of a real API server, with the narrowest rights. */
@OnApiServer
class ClusterWatchIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
  private final HeardCluster heard = new HeardCluster();
  private KubernetesApi api;
  private String namespace;
  private KubernetesClient client;
  private ClusterWatch watch;

  @BeforeEach
  void enter(KubernetesApi shared) {
    api = shared;
    namespace = shared.namespace();
  }

  @AfterEach
  void leave() {
    watch.close();
    client.close();
    io.close();
  }

  @Test
  void tellsWhatIsThereThenThatThisWasAllThenEachChange() {
    write("a", "1");
    write("b", "1");
    watch(false, CONFIG_MAPS, SLICES);
    heard.awaitListed(watch);

    assertThat(heard.configMaps()).containsOnlyKeys(name("a"), name("b"), name("kube-root-ca.crt"));
    assertThat(heard.configMaps().get(name("a")).dataChangedAt()).isPresent();
    assertThat(heard.configMaps().get(name("a")).uid()).isNotEmpty();

    write("a", "2");
    heard.awaitContent(watch, name("a"), "key", "2");
    write("c", "1");
    heard.awaitContent(watch, name("c"), "key", "1");
    api.administrator().configMaps().inNamespace(namespace).withName("b").delete();
    heard.awaitGone(watch, name("b"));
    assertThat(heard.listings()).isEqualTo(1);
    assertThat(watch.failures()).isEmpty();
  }

  @Test
  void aListOfManyPagesIsToldWhole() {
    IntStream.range(0, 600).forEach(number -> write("m-" + number, "1"));
    watch(false, CONFIG_MAPS, SLICES);
    heard.awaitListed(watch);

    assertThat(heard.configMaps()).hasSize(601);
    assertThat(heard.told()).isEqualTo(601);
  }

  @Test
  void tellsThePodsBehindServicesAndNoOtherEndpoints() {
    create(
        ClusterObjects.slice(
            name("prometheus-x"), Map.of("kubernetes.io/service-name", "prometheus"), "10.0.0.1"));
    create(ClusterObjects.slice(name("mine"), Map.of(), "10.0.0.2"));
    watch(false, CONFIG_MAPS, SLICES);
    heard.awaitListed(watch);

    assertThat(heard.slices()).containsOnlyKeys(name("prometheus-x"));
    var found = heard.slices().get(name("prometheus-x"));
    assertThat(found.serviceName()).isEqualTo("prometheus");
    assertThat(found.endpoints().getFirst().addresses()).containsExactly("10.0.0.1");

    api.administrator()
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(namespace)
        .withName("prometheus-x")
        .delete();
    await().atMost(PATIENCE).until(() -> heard.slices().isEmpty());
  }

  @Test
  void secretsAreHeardOnlyWhereAskedAndNeverThoseThatAreNoConfiguration() {
    create(ClusterObjects.secret(name("password"), "Opaque", "x"));
    create(ClusterObjects.secret(name("release"), "helm.sh/release.v1", "x"));
    watch(true, CONFIG_MAPS, SECRETS, SLICES);
    heard.awaitListed(watch);

    assertThat(heard.secrets()).containsOnlyKeys(name("password"));
    assertThat(heard.secrets().get(name("password")).digests()).containsOnlyKeys("key");
  }

  @Test
  void whereLabelsAreGivenOnlyConfigMapsThatHaveThemAreHeard() {
    write("other", "1");
    label("wanted", Map.of("app", "prometheus"));
    api.serviceAccount(namespace, "watcher", CONFIG_MAPS, SLICES);
    client = api.bearer(api.token(namespace, "watcher"));
    begin(new ClusterWatch.Scope(List.of(namespace), "app in (prometheus, loki),!test", false));
    heard.awaitListed(watch);
    assertThat(heard.configMaps()).containsOnlyKeys(name("wanted"));

    label("wanted", Map.of("app", "prometheus", "test", "yes"));
    heard.awaitGone(watch, name("wanted"));
  }

  @Test
  void aNamespaceThatIsForbiddenIsToldWithTheRuleAndDoesNotStopOthers() {
    String other = api.namespace();
    write("a", "1");
    api.serviceAccount(namespace, "watcher", CONFIG_MAPS, SLICES);
    client = api.bearer(api.token(namespace, "watcher"));
    begin(List.of(other, namespace), false);
    heard.awaitListed(watch);
    heard.awaitContent(watch, name("a"), "key", "1");

    assertThat(watch.failures())
        .hasSize(2)
        .anySatisfy(
            failure ->
                assertThat(failure)
                    .contains(other, "resources: [configmaps], verbs: [get, list, watch]"))
        .anySatisfy(
            failure ->
                assertThat(failure)
                    .contains("[\"discovery.k8s.io\"], resources: [endpointslices]"));
  }

  @Test
  void rightsThatAreGivenLaterAreUsedWithoutARestart() {
    write("a", "1");
    watch(false, SLICES);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(watch.failures()).singleElement().asString().isNotEmpty());

    api.allow(namespace, "watcher", CONFIG_MAPS, SLICES);
    heard.awaitContent(watch, name("a"), "key", "1");
    await().atMost(PATIENCE).until(() -> watch.failures().isEmpty());
  }

  private void watch(boolean secrets, PolicyRule... rules) {
    api.serviceAccount(namespace, "watcher", rules);
    client = api.bearer(api.token(namespace, "watcher"));
    begin(List.of(namespace), secrets);
  }

  private void begin(List<String> namespaces, boolean secrets) {
    begin(new ClusterWatch.Scope(namespaces, "", secrets));
  }

  private void begin(ClusterWatch.Scope scope) {
    watch = new ClusterWatch(() -> client, scope, heard, io);
    watch.start();
  }

  private void write(String name, String content) {
    ConfigMaps.put(api.administrator(), ConfigMaps.of(namespace, name, "key", content));
  }

  private void label(String name, Map<String, String> labels) {
    ConfigMap configMap = ConfigMaps.of(namespace, name, "key", "1");
    configMap.getMetadata().setLabels(labels);
    ConfigMaps.put(api.administrator(), configMap);
  }

  private void create(HasMetadata object) {
    api.administrator().resource(object).create();
  }

  private ObjectName name(String name) {
    return new ObjectName(namespace, name);
  }
}
