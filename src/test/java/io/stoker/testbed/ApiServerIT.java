package io.stoker.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.Watchable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the other tests, and Stoker, take for granted about a real API server. */
@OnApiServer
class ApiServerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String NAME = "prometheus";

  private KubernetesApi api;
  private String namespace;

  @BeforeEach
  void enter(KubernetesApi shared) {
    api = shared;
    namespace = shared.namespace();
  }

  @Test
  void tellsAWatcherAboutConfigMapsThatAreCreatedAndChanged() {
    var seen = new Recorder();
    try (var watch = api.administrator().configMaps().inNamespace(namespace).watch(seen)) {
      assertThat(watch).isNotNull();

      put(api.administrator(), "a: 1");
      put(api.administrator(), "a: 2");

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(seen.events).contains("ADDED a: 1").endsWith("MODIFIED a: 2"));
    }
  }

  @Test
  void aRoleForOneNameAllowsAListAndAWatchOfThatNameAndNothingElse() {
    api.serviceAccount(namespace, "stoker", Rights.configMap(NAME));
    var seen = new Recorder();
    try (var client = api.bearer(api.token(namespace, "stoker"))) {
      var configMaps = client.configMaps().inNamespace(namespace);
      try (var watch = configMaps.withField("metadata.name", NAME).watch(seen)) {
        assertThat(watch).isNotNull();
        put(api.administrator(), "a: 1");
        await().atMost(PATIENCE).until(() -> seen.events.contains("ADDED a: 1"));
      }
      assertThat(configMaps.withField("metadata.name", NAME).list().getItems()).hasSize(1);
      assertForbidden(configMaps::list);
      assertForbidden(() -> watch(configMaps));
      assertForbidden(() -> watch(configMaps.withField("metadata.name", "another")));
      assertForbidden(() -> configMaps.withName("another").get());
      assertForbidden(() -> put(client, "a: 2"));
    }
  }

  @Test
  void keepsPortAndDataThroughAStopAndAStart(@TempDir Path folder) {
    assumeThat(KubernetesApi.given()).as("a given cluster stands for what we start").isEmpty();
    try (var own = ApiServer.in(folder).awaitReady()) {
      namespace = own.api().namespace();
      put(own.api().administrator(), "a: 1");

      own.stop();
      assertThat(own.api().ready()).isFalse();
      own.start();
      own.awaitReady();

      var kept = own.api().administrator().configMaps().inNamespace(namespace).withName(NAME).get();
      assertThat(kept.getData()).containsEntry(NAME, "a: 1");
    }
  }

  private void put(KubernetesClient client, String content) {
    ConfigMaps.put(client, ConfigMaps.of(namespace, NAME, NAME, content));
  }

  private static void watch(Watchable<ConfigMap> watchable) {
    watchable.watch(new Recorder()).close();
  }

  private static void assertForbidden(ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(403));
  }

  /** Each event as one line. */
  private static final class Recorder implements Watcher<ConfigMap> {
    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void eventReceived(Action action, ConfigMap resource) {
      events.add(action + " " + resource.getData().get(NAME));
    }

    @Override
    public void onClose(WatcherException cause) {
      events.add("closed: " + cause.getMessage());
    }
  }
}
