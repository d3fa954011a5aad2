package io.stoker.kubernetes;

import static io.stoker.testbed.Rights.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.ConfigMaps;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A watcher's requests on a real API server, each with the narrowest right. */
@OnApiServer
class ClusterRequestsIT {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private KubernetesApi api;
  private String namespace;
  private KubernetesClient client;

  @BeforeEach
  void enter(KubernetesApi shared) {
    api = shared;
    namespace = shared.namespace();
    ConfigMaps.put(api.administrator(), ConfigMaps.of(namespace, "config", "a.yml", "ä: 1"));
  }

  @AfterEach
  void leave() {
    client.close();
  }

  @Test
  void readsWhatAPodMountsAndFindsItsSidecar() {
    createPod();

    assertThat(with(rule("pods", "get")).pod(name("prometheus-0")))
        .get()
        .satisfies(
            pod -> {
              assertThat(pod.uid()).isNotEmpty();
              assertThat(pod.configMaps()).contains("config"); // and what admission adds
              assertThat(pod.sidecar())
                  .contains(new PodFacts.SidecarPort("stoker", OptionalInt.of(8080)));
            });
  }

  @Test
  void whatIsNotThereIsNoFailure() {
    var requests = with(rule("pods", "get"), rule("configmaps", "get"));

    assertThat(requests.pod(name("none"))).isEmpty();
    assertThat(requests.texts(name("none"), false)).isEmpty();
  }

  @Test
  void nudgesByOneAnnotation() {
    createPod();
    with(rule("pods", "patch")).nudge(name("prometheus-0"));

    var pod = api.administrator().pods().inNamespace(namespace).withName("prometheus-0").get();
    assertThat(pod.getMetadata().getAnnotations())
        .containsExactly(Map.entry("stoker.io/nudge", NOW.toString()));
  }

  @Test
  void readsTheContentsOfConfigMapsAndSecrets() {
    create(ClusterObjects.secret(name("password"), "Opaque", "secret"));
    var requests = with(rule("configmaps", "get"), rule("secrets", "get"));

    assertThat(requests.texts(name("config"), false).orElseThrow().get("a.yml"))
        .asString()
        .isEqualTo("ä: 1");
    assertThat(requests.texts(name("password"), true).orElseThrow().get("key"))
        .asString()
        .isEqualTo("secret");
  }

  @Test
  void anEventStandsOnTheConfigMapWhichItIsAbout() {
    String uid = configMap().getMetadata().getUid();
    with(rule("events", "create"))
        .event(facts(uid), new EventNote("Warning", "ConfigRejected", "x".repeat(2_000)));

    var events = api.administrator().v1().events().inNamespace(namespace).list().getItems();
    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getInvolvedObject().getUid()).isEqualTo(uid);
              assertThat(event.getInvolvedObject().getName()).isEqualTo("config");
              assertThat(event.getReason()).isEqualTo("ConfigRejected");
              assertThat(event.getMessage()).hasSize(1_024);
              assertThat(event.getReportingInstance()).isEqualTo("watcher-0");
            });
  }

  @Test
  void annotatesAConfigMapAndChangesNothingElse() {
    var before = configMap();
    with(rule("configmaps", "patch")).annotate(name("config"), "stoker.io/status", "in-sync");

    assertThat(configMap().getMetadata().getAnnotations())
        .containsExactly(Map.entry("stoker.io/status", "in-sync"));
    assertThat(configMap().getData()).isEqualTo(before.getData());
  }

  @Test
  void aMissingRightIsToldWithTheRuleThatGivesIt() {
    var requests = with();

    assertThatThrownBy(() -> requests.nudge(name("prometheus-0")))
        .isInstanceOf(RequestFailure.class)
        .hasMessageStartingWith("forbidden; add")
        .hasMessageContaining("resources: [pods], verbs: [patch]");
  }

  private ClusterRequests with(PolicyRule... rules) {
    api.serviceAccount(namespace, "watcher", rules);
    client = api.bearer(api.token(namespace, "watcher"));
    return new ClusterRequests(() -> client, "watcher-0", InstantSource.fixed(NOW));
  }

  private ConfigMapFacts facts(String uid) {
    return PlainConfigMap.of(name("config"), uid);
  }

  private ConfigMap configMap() {
    return api.administrator().configMaps().inNamespace(namespace).withName("config").get();
  }

  private void createPod() {
    create(ClusterObjects.sidecarPod(name("prometheus-0"), "config"));
  }

  private void create(HasMetadata object) {
    api.administrator().resource(object).create();
  }

  private ObjectName name(String name) {
    return new ObjectName(namespace, name);
  }
}
