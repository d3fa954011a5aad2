package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static io.stoker.blackbox.Texts.main;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.LyingServer;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.RoutedAddress;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A leader that stands still (SIGSTOP) and goes on when another replica leads. */
@OnApiServer
class WatchPausedLeaderIT {
  /** Longer than its Lease is respected. */
  private static final Duration PAUSE = Duration.ofSeconds(20);

  /** Several times as long as it takes until what is overdue has been tried. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(10);

  @TempDir Path folder;
  private WatchedNamespace namespace;
  private LyingServer prometheus;
  private Path config;

  @BeforeEach
  void start(KubernetesApi api) throws IOException {
    config = Files.writeString(folder.resolve(MAIN), main("start"));
    prometheus = new LyingServer(config, RoutedAddress.ensure());
    namespace = new WatchedNamespace(api, folder);
    namespace.write(Map.of(MAIN, main("start")), WatchCase.WISH);
    namespace.publish("prometheus-0", "prometheus", RoutedAddress.TEXT, prometheus.port());
  }

  @AfterEach
  void stop() {
    namespace.close();
    prometheus.close();
  }

  @Test
  void whatWasDueBeforeThePauseIsNotSentAfterIt() throws IOException {
    StokerProcess old = namespace.watch("--retry-interval=500ms");
    old.awaitTarget(StokerTarget::inSync);
    StokerProcess other = namespace.watch("--retry-interval=500ms");
    Patience.await("the other one knows all").until(() -> other.get("/readyz").ok());

    prometheus.replayLog(); // nothing is posted, but about to be, twice a second
    Files.writeString(config, main("changed"));
    namespace.write(Map.of(MAIN, main("changed")), WatchCase.WISH);
    old.awaitTarget(target -> target.nextAttemptAt() != null);
    int before = prometheus.requests().total();
    old.process().pause();
    Patience.await("the other one leads")
        .pollDelay(PAUSE)
        .until(() -> other.log().contains("this replica leads"));
    prometheus.behave();
    other.awaitTarget(StokerTarget::inSync);
    int after = prometheus.requests().total();
    assertThat(after).isGreaterThan(before);

    old.process().resume();
    Patience.await("it knows")
        .until(() -> old.log().contains("this replica does not lead any more"));
    Patience.await("it posts nothing")
        .during(AFTERWARDS)
        .until(() -> prometheus.requests().total() == after);
    assertThat(prometheus.requests().mostWaiting()).isEqualTo(1);
    assertThat(prometheus.config()).isEqualTo(main("changed"));
  }
}
