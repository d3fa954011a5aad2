package io.stoker.kubernetes;

import static io.stoker.kubernetes.ClusterObjects.CONFIG_MAPS;
import static io.stoker.kubernetes.ClusterObjects.SLICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.ApiServer;
import io.stoker.testbed.ConfigMaps;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.Ration;
import io.stoker.testbed.SilentProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watcher that loses what it had: the API server, its rights, a connection. */
@OnApiServer
class ClusterWatchFaultsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
  private final HeardCluster heard = new HeardCluster();
  private KubernetesApi api;
  private String namespace;
  private KubernetesClient client;
  private ClusterWatch watch;

  @BeforeEach
  void requireOwn() {
    assumeThat(KubernetesApi.given()).as("a given cluster is not ours to disturb").isEmpty();
  }

  @AfterEach
  void leave() {
    watch.close();
    client.close();
    io.close();
  }

  /** What it knew is too old for a server that has just started: it has to list again. */
  @Test
  void afterARestartOfTheApiServerItHearsWhatChangedAndWhatWentMeanwhile(@TempDir Path folder) {
    try (var server = ApiServer.in(folder).awaitReady()) {
      enter(server.api());
      write("a", "1");
      write("b", "1");
      begin(api.bearer(token()));
      int told = heard.told();

      server.kill();
      awaitFailure("the API server does not answer");
      server.start();
      server.awaitReady();
      write("a", "2");
      api.administrator().configMaps().inNamespace(namespace).withName("b").delete();
      heard.awaitContent(watch, name("a"), "key", "2");
      heard.awaitGone(watch, name("b"));

      assertThat(heard.told()).as("what did not change is not told again").isEqualTo(told + 1);
      awaitNoFailure();
    }
  }

  @Test
  void rightsThatAreTakenAwayAreNamedAndUsedAgainOnceTheyAreBack(KubernetesApi shared) {
    enter(shared);
    try (var proxy = proxy()) {
      begin(Bearers.behind(proxy, api, token()));

      api.allow(namespace, "watcher", SLICES);
      proxy.breakOff(); // a watch that is open stays so without the right to it
      awaitFailure("resources: [configmaps], verbs: [get, list, watch]");
      write("a", "1");

      api.allow(namespace, "watcher", CONFIG_MAPS, SLICES);
      heard.awaitContent(watch, name("a"), "key", "1");
      awaitNoFailure();
    }
  }

  @Test
  void aListThatIsTurnedAwayIsToldAndMadeUpForOnceThereIsRoom(KubernetesApi shared) {
    enter(shared);
    write("b", "1");
    try (var proxy = proxy()) {
      begin(Bearers.behind(proxy, api, token()));
      int told = heard.told();

      try (var ration = Ration.of(api, namespace, "watcher")) {
        proxy.breakOff(); // a watch that is open stays so
        awaitFailure("API Priority and Fairness");
        write("a", "1");
        assertThat(ration.rejected()).isPositive();
      }
      heard.awaitContent(watch, name("a"), "key", "1");
      awaitNoFailure();
      assertThat(heard.told()).as("it went on where it was").isEqualTo(told + 1);
    }
  }

  @Test
  void aConnectionThatBreaksIsNoFailureAndCostsNoChange(KubernetesApi shared) {
    enter(shared);
    try (var proxy = proxy()) {
      begin(Bearers.behind(proxy, api, token()));

      proxy.breakOff();
      write("a", "1");
      heard.awaitContent(watch, name("a"), "key", "1");
      assertThat(watch.failures()).isEmpty();
    }
  }

  /** It takes until no bookmark has come for 90 s. */
  @Tag("long")
  @Test
  void aWatchThatGoesSilentIsBegunAnewWithoutAnotherList(KubernetesApi shared) {
    enter(shared);
    write("b", "1");
    try (var proxy = proxy()) {
      begin(Bearers.behind(proxy, api, token()));
      int told = heard.told();

      proxy.silence();
      write("a", "1");
      heard.awaitContent(watch, Duration.ofMinutes(15), name("a"), Map.entry("key", "1"));
      assertThat(heard.told()).isEqualTo(told + 1);
      assertThat(watch.failures()).isEmpty();
    }
  }

  private void enter(KubernetesApi one) {
    api = one;
    namespace = one.namespace();
    one.serviceAccount(namespace, "watcher", CONFIG_MAPS, SLICES);
  }

  private void begin(KubernetesClient bearer) {
    client = bearer;
    watch =
        new ClusterWatch(
            () -> client, new ClusterWatch.Scope(List.of(namespace), "", false), heard, io);
    heard.awaitListed(watch);
  }

  private SilentProxy proxy() {
    return SilentProxy.before(api.administrator().getMasterUrl().getPort());
  }

  private String token() {
    return api.token(namespace, "watcher");
  }

  private void write(String name, String content) {
    ConfigMaps.put(api.administrator(), ConfigMaps.of(namespace, name, "key", content));
  }

  private ObjectName name(String name) {
    return new ObjectName(namespace, name);
  }

  private void awaitFailure(String text) {
    await("it fails: " + text)
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              watch.tick();
              assertThat(watch.failures()).anyMatch(failure -> failure.contains(text));
            });
  }

  private void awaitNoFailure() {
    await("nothing fails").atMost(PATIENCE).until(() -> watch.failures().isEmpty());
  }
}
