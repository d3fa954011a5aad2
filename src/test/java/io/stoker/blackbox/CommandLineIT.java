package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.FreePorts;
import io.stoker.testbed.Http;
import io.stoker.testbed.LyingServer;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flags and environment variables do. */
@Tag("smoke")
class CommandLineIT {
  private static final int USAGE = 2;

  @TempDir Path folder;
  private Path config;
  private LyingServer server;

  @BeforeEach
  void start() throws IOException {
    config = Files.writeString(folder.resolve(MAIN), Texts.main("start"));
    server = new LyingServer(config);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsAllFaultsOfACommandLineTogetherWithTheUsage() {
    try (var stoker =
        stoker()
            .with("--no-such-flag=1", "--delay-interval=soon", "--min-gap=1h")
            .with("--log-format=xml", "--reload-url=ftp://user:pa55word@host")
            .start()) {
      assertThat(stoker.process().awaitExit(Patience.LONGEST)).isEqualTo(USAGE);

      assertThat(stoker.log())
          .contains("--no-such-flag")
          .contains("--delay-interval: \"soon\"")
          .contains("--min-gap must not be longer than --max-wait")
          .contains("--log-format: \"xml\"")
          .contains("--reload-url")
          .contains("nothing to watch")
          .contains("Usage: stoker")
          .doesNotContain("pa55word")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void leavesTheFaultsWhereKubernetesLooksForThem() throws IOException {
    var file = Files.createFile(folder.resolve("termination-log"));
    try (var stoker = stoker().with("--no-such-flag=1", "--termination-log=" + file).start()) {
      assertThat(stoker.process().awaitExit(Patience.LONGEST)).isEqualTo(USAGE);
    }
    assertThat(file).content().contains("--no-such-flag");
  }

  @Test
  void showsItsVersionAndItsUsage() {
    try (var version = stoker().with("--version").start()) {
      assertThat(version.process().awaitExit(Patience.LONGEST)).isZero();
      assertThat(version.log()).contains("stoker, version ");
    }
    try (var help = StokerSetup.in(folder.resolve("help")).with("--help").start()) {
      assertThat(help.process().awaitExit(Patience.LONGEST)).isZero();
      assertThat(help.log()).contains("--watched-dir").contains("Usage: stoker");
    }
  }

  @Test
  void saysWhereItCannotListen() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var late = watching().onPort(taken.getLocalPort()).start()) {
      assertThat(late.process().awaitExit(Patience.LONGEST)).isEqualTo(1);
      assertThat(late.log())
          .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort())
          .contains("--listen-address")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void takesEnvironmentVariablesAsFlagsAndAFlagAsTheStronger() {
    try (var stoker =
        stoker()
            .withEnvironment("STOKER_CONFIG_FILE", config.toString())
            .withEnvironment("STOKER_RELOAD_URL", server.reloadUrl())
            .withEnvironment("STOKER_LOG_FORMAT", "xml")
            .with("--log-format=json")
            .start()) {
      stoker.awaitState("in-sync");

      assertThat(server.requests().total()).isEqualTo(1);
      assertThat(stoker.log()).contains("\"outcome\":\"proven\"");
    }
  }

  @Test
  void takesAFlagAndItsValueAsTwoWords() {
    try (var stoker =
        stoker()
            .with("--config-file", config.toString(), "--reload-url", server.reloadUrl())
            .start()) {
      stoker.awaitState("in-sync");
    }
  }

  @Test
  void listensOnBothAddressFamiliesWhenOnlyAPortIsGiven() throws IOException {
    int port = FreePorts.any();
    try (var stoker = watching().onPort(port).with("--listen-address=:" + port).start()) {
      stoker.awaitHttp();

      assertThat(Http.get("http://127.0.0.1:" + port + "/healthz").ok()).isTrue();
      assertThat(Http.get("http://[::1]:" + port + "/healthz").ok()).isTrue();
      var notLoopback = InetAddress.getLocalHost().getHostAddress();
      assertThat(Http.get("http://" + notLoopback + ":" + port + "/healthz").ok()).isTrue();
    }
  }

  @Test
  void opensNoPortForAnEmptyListenAddress() throws IOException {
    try (var stoker = watching().with("--listen-address=").start()) {
      Patience.await("the reload is proven").until(() -> stoker.log().contains("outcome=proven"));

      assertThat(listeningSockets(stoker)).isZero();
    }
  }

  private StokerSetup stoker() {
    return StokerSetup.in(folder.resolve("stoker"));
  }

  private StokerSetup watching() {
    return stoker().with("--config-file=" + config, "--reload-url=" + server.reloadUrl());
  }

  private static long listeningSockets(StokerProcess stoker) throws IOException {
    return ListeningSockets.of(stoker.process().pid());
  }
}
