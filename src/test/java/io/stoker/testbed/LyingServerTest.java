package io.stoker.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.stoker.testbed.Behaviour.Answer;
import io.stoker.testbed.Behaviour.Hang;
import io.stoker.testbed.Behaviour.Honest;
import io.stoker.testbed.Behaviour.OnlySaySo;
import io.stoker.testbed.Behaviour.Refuse;
import io.stoker.testbed.Behaviour.Reset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LyingServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private Path config;
  private LyingServer server;

  @BeforeEach
  void start() throws IOException {
    config = Files.writeString(folder.resolve("prometheus.yml"), "a: 1");
    server = new LyingServer(config);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void honestlyItAppliesTheFileAndTellsSo() throws IOException {
    Files.writeString(config, "a: 2");
    double before = loaded();

    assertThat(reload().status()).isEqualTo(200);

    assertThat(loaded()).isGreaterThan(before);
    assertThat(new PrometheusClient(server.url()).servedConfig()).isEqualTo("a: 2");
    assertThat(new PrometheusClient(server.url()).ready()).isTrue();
  }

  @Test
  void itLiesAndRefusesAsTold() throws IOException {
    Files.writeString(config, "a: 2");
    double before = loaded();

    server.onReload(new OnlySaySo());
    assertThat(reload().status()).isEqualTo(200);
    server.onReload(new Answer(403, "Lifecycle API is not enabled."));
    assertThat(reload()).isEqualTo(new Http.Reply(403, "Lifecycle API is not enabled."));
    server.onReload(new Refuse("line 3"));
    assertThat(reload().body()).contains("line 3");
    server.onReload(new Reset());
    assertThatThrownBy(this::reload).isInstanceOf(UncheckedIOException.class);

    assertThat(loaded()).isEqualTo(before);
    assertThat(server.config()).isEqualTo("a: 1");
    assertThat(server.requests().total()).isEqualTo(4);
    assertThat(server.requests().mostWaiting()).isEqualTo(1);
  }

  @Test
  void aRequestWhoseClientHasGoneIsCarriedOutAfterAll() throws IOException {
    Files.writeString(config, "a: 2");
    server.onReload(new Hang());

    assertThatThrownBy(() -> Http.post(server.reloadUrl(), Duration.ofMillis(200)))
        .isInstanceOf(UncheckedIOException.class);

    await().atMost(PATIENCE).until(() -> server.requests().waiting() == 0);
    assertThat(server.requests().unfinished()).isEqualTo(1);
    assertThat(server.config()).isEqualTo("a: 1");
    server.onReload(new Honest());
    await().atMost(PATIENCE).until(() -> server.requests().unfinished() == 0);
    assertThat(server.config()).isEqualTo("a: 2");
  }

  @Test
  void closedItRefusesAndOpenedItAnswersAgain() {
    server.close();
    assertThatThrownBy(this::reload).isInstanceOf(UncheckedIOException.class);

    server.open();

    assertThat(reload().status()).isEqualTo(200);
  }

  private Http.Reply reload() {
    return Http.post(server.reloadUrl(), PATIENCE);
  }

  private double loaded() {
    return new PrometheusClient(server.url())
        .metrics()
        .value("prometheus_config_last_reload_success_timestamp_seconds")
        .orElseThrow();
  }
}
