package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static io.stoker.blackbox.Texts.badRules;
import static io.stoker.blackbox.Texts.main;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.Http;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.RoutedAddress;
import io.stoker.testbed.SelfSigned;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker watch} and a real Prometheus behind TLS, whose certificate names no address. */
@OnApiServer
class WatchTlsIT {
  private static final String RELOAD = "reload=prometheus";
  private static final String HTTPS = "scheme=https";
  private static final String PASSWORD = "pa55/word";
  private static final String USERS =
      """
      basic_auth_users:
        stoker: $2b$04$abcdefghijklmnopqrstuucQ6Zk2DN2qrRmdBFq0z5VD34G/h4TW6
      """;

  @TempDir Path folder;
  private WatchedNamespace namespace;
  private KubeletVolume volume;
  private PrometheusProcess prometheus;

  @BeforeEach
  void prepare(KubernetesApi api) {
    namespace = new WatchedNamespace(api, folder);
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, main("start")));
  }

  @AfterEach
  void stop() {
    namespace.close();
    prometheus.close();
  }

  @Test
  void aCertificateThatOnlyNamesTheServiceIsEnough() throws IOException {
    start("prometheus." + namespace.name() + ".svc", "");
    namespace.write(Map.of(MAIN, main("start")), RELOAD, HTTPS);
    StokerProcess watcher = namespace.watch("--ca-file=" + folder.resolve("server.pem"));
    watcher.awaitTarget(StokerTarget::inSync);

    var since = Instant.now();
    namespace.write(Map.of(MAIN, main("changed")), RELOAD, HTTPS);
    volume.put(MAIN, main("changed"));

    watcher.awaitTarget(target -> target.provenAfter(since));
  }

  @Test
  void whatIsRefusedNamesWhatMendsIt() throws IOException {
    start("metrics.example.org", USERS);
    Path credentials = Files.createDirectory(folder.resolve("credentials"));
    namespace.write(Map.of(MAIN, main("start")), RELOAD);
    StokerProcess watcher =
        namespace.watch(
            "--ca-file=" + folder.resolve("server.pem"), "--credentials=" + credentials);
    awaitAdvice(watcher, "the port speaks TLS: write https into stoker.io/scheme");

    namespace.write(Map.of(MAIN, main("start")), RELOAD, HTTPS);
    awaitAdvice(
        watcher,
        "the certificate must name prometheus.%s.svc (another name: stoker.io/server-name)"
            .formatted(namespace.name()));

    namespace.write(Map.of(MAIN, main("start")), RELOAD, HTTPS, "server-name=metrics.example.org");
    String file = "prometheus." + namespace.name();
    awaitAdvice(watcher, "put user:password into the file " + file);

    Files.writeString(credentials.resolve(file), "stoker:" + PASSWORD + "\n");
    namespace.write(
        Map.of(MAIN, main("changed")), RELOAD, HTTPS, "server-name=metrics.example.org");
    volume.put(MAIN, main("changed"));
    watcher.awaitTarget(StokerTarget::inSync);
    assertThat(watcher.log() + watcher.get("/api/v1/status").body()).doesNotContain("pa55");
  }

  /** Who asks about expressions has a connection of its own. */
  @Test
  void anExpressionIsJudgedByThePrometheusThatRefusesIt() throws IOException {
    start("prometheus." + namespace.name() + ".svc", USERS);
    Path credentials = Files.createDirectory(folder.resolve("credentials"));
    Files.writeString(
        credentials.resolve("prometheus." + namespace.name()), "stoker:" + PASSWORD + "\n");
    namespace.write(Map.of(MAIN, main("start")), RELOAD, HTTPS);
    StokerProcess watcher =
        namespace.watch(
            "--ca-file=" + folder.resolve("server.pem"), "--credentials=" + credentials);
    watcher.awaitTarget(StokerTarget::inSync);

    String key = "rules.yml";
    var bad = Map.of(MAIN, main("bad").replace("rules/*.yml", key), key, badRules("bad"));
    namespace.write(bad, RELOAD, HTTPS);
    volume.write(bad);

    String place = namespace.name() + "/" + WatchedNamespace.CONFIG + "/" + key + ":5:15: ";
    watcher.awaitTarget(
        target ->
            target.state().equals("rejected")
                && target.reason().startsWith(place)
                && target.reason().contains("unclosed left parenthesis"));
    assertThat(watcher.log() + watcher.get("/api/v1/status").body()).doesNotContain("pa55");
  }

  private static void awaitAdvice(StokerProcess watcher, String advice) {
    watcher.awaitTarget(
        target -> target.state().equals("misconfigured") && target.reason().contains(advice));
  }

  private void start(String name, String users) throws IOException {
    SelfSigned.naming(folder, "DNS:" + name);
    Path web =
        Files.writeString(
            folder.resolve("web.yml"),
            "tls_server_config: {cert_file: server.pem, key_file: server.key}\n" + users);
    String address = RoutedAddress.ensure();
    var setup =
        PrometheusSetup.of(
            Tool.PROMETHEUS_3.executable(), folder.resolve("data"), volume.path(MAIN));
    prometheus =
        setup
            .with(
                "--web.config.file=" + web, "--web.listen-address=" + address + ":" + setup.port())
            .start();
    Patience.await("Prometheus listens").until(() -> Http.get(prometheus.url()).status() == 400);
    namespace.publish("prometheus-0", "prometheus", address, prometheus.port());
  }
}
