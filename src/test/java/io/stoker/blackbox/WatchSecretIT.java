package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.PublishedPod;
import io.stoker.testbed.Rights;
import io.stoker.testbed.RoutedAddress;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker watch --secrets}: a Secret that holds the configuration of a real Prometheus. */
@OnApiServer
class WatchSecretIT {
  private static final String SECRET = "prometheus-secret";

  /** A part of everything in it that nobody may be told. */
  private static final String HIDDEN = "pa55word";

  @TempDir Path folder;
  private KubernetesApi api;
  private WatchedNamespace namespace;
  private KubeletVolume volume;
  private PrometheusProcess prometheus;
  private StokerProcess watcher;

  @BeforeEach
  void start(KubernetesApi shared) {
    api = shared;
    namespace = new WatchedNamespace(shared, folder);
    namespace.allow(
        Rights.watcher(
            Rights.rule("secrets", "get", "list", "watch", "patch"),
            Rights.rule("configmaps", "patch")));
    String address = RoutedAddress.ensure();
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, config("start")));
    var setup =
        PrometheusSetup.of(Tool.PROMETHEUS_3.executable(), folder.resolve("p"), volume.path(MAIN));
    setup = setup.with("--web.listen-address=" + address + ":" + setup.port());
    prometheus = setup.start().awaitReady();
    Pod pod = api.administrator().resource(pod()).create();
    api.administrator()
        .resource(PublishedPod.slice(pod, "prometheus", address, prometheus.port()))
        .create();
    write(config("start"));
    watcher = namespace.watch("--secrets");
    watcher.awaitTarget(StokerTarget::inSync);
  }

  @AfterEach
  void stop() {
    namespace.close();
    prometheus.close();
  }

  @Test
  void aChangeIsProvenAndNothingOfItIsTold() {
    write(config("changed"));
    watcher.awaitTarget(target -> target.reason().contains("the volume does not show it yet"));
    assertNothingIsTold();

    var since = Instant.now();
    volume.put(MAIN, config("changed"));
    watcher.awaitTarget(target -> target.provenAfter(since));
    assertThat(prometheus.client().servedConfig()).contains("revision: changed-" + HIDDEN);
    assertThat(watcher.get("/api/v1/status").body()).contains(SECRET + " (Secret)");
    awaitEvent("ConfigReloaded");
    assertNothingIsTold();
  }

  @Test
  void aRefusalIsToldWithoutWhatTheSecretHolds() {
    String bad = config("bad").replace("external_labels:\n", "external_labels: " + HIDDEN + "\n#");
    write(bad);
    volume.put(MAIN, bad);

    watcher.awaitState("rejected");
    awaitEvent("ConfigRejected");
    assertNothingIsTold();
  }

  private void assertNothingIsTold() {
    assertThat(watcher.log()).doesNotContain(HIDDEN);
    for (String path : new String[] {"/api/v1/status", "/api/v1/reloads", "/metrics", "/readyz"}) {
      assertThat(watcher.get(path).body()).as(path).doesNotContain(HIDDEN);
    }
    assertThat(namespace.events()).noneMatch(event -> event.toString().contains(HIDDEN));
    assertThat(secret().getMetadata().getAnnotations().values())
        .noneMatch(text -> text.contains(HIDDEN));
  }

  private void awaitEvent(String reason) {
    Patience.await("an Event on the Secret")
        .until(
            () ->
                namespace.events().stream()
                    .filter(event -> event.getInvolvedObject().getKind().equals("Secret"))
                    .anyMatch(event -> event.getReason().equals(reason)));
  }

  private void write(String content) {
    var secret =
        new SecretBuilder()
            .withNewMetadata()
            .withNamespace(namespace.name())
            .withName(SECRET)
            .addToAnnotations("stoker.io/reload", "prometheus")
            .endMetadata()
            .withStringData(Map.of(MAIN, content))
            .build();
    api.administrator().resource(secret).createOr(existing -> existing.update());
  }

  private Secret secret() {
    return api.administrator().secrets().inNamespace(namespace.name()).withName(SECRET).get();
  }

  private Pod pod() {
    return new PodBuilder(PublishedPod.mounting(namespace.name(), "prometheus-0", "none"))
        .editSpec()
        .editFirstVolume()
        .withConfigMap(null)
        .withNewSecret()
        .withSecretName(SECRET)
        .endSecret()
        .endVolume()
        .endSpec()
        .build();
  }

  private static String config(String revision) {
    return """
    global:
      external_labels:
        revision: %1$s-%2$s
    scrape_configs:
      - job_name: one
        basic_auth: {username: me, password: %1$s-%2$s}
    """
        .formatted(revision, HIDDEN);
  }
}
