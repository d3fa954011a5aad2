package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Prometheus asks for a password, which is given in the reload URL. */
@OnChosenPrometheus
class CredentialsIT {
  private static final String PASSWORD = "pa55/word";
  private static final String BCRYPT =
      "$2b$04$abcdefghijklmnopqrstuucQ6Zk2DN2qrRmdBFq0z5VD34G/h4TW6";

  @Parameter Tool version;

  private Path folder;
  private KubeletVolume volume;
  private PrometheusProcess prometheus;

  @BeforeParameterizedClassInvocation
  void start(Tool version, @TempDir Path folder) throws IOException {
    this.folder = folder;
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    var web =
        Files.writeString(
            folder.resolve("web.yml"), "basic_auth_users:\n  stoker: %s\n".formatted(BCRYPT));
    prometheus =
        Pod.prometheus(version, folder, volume.path(MAIN)).with("--web.config.file=" + web).start();
  }

  @AfterParameterizedClassInvocation
  void stop() {
    prometheus.close();
  }

  @Test
  void usesThePasswordAndShowsItNowhere() {
    try (var stoker = stoker("stoker:pa55%2Fword@")) {
      stoker.awaitState("in-sync");
      volume.put(MAIN, Texts.badMain("bad"));
      stoker.awaitState("rejected");

      assertHidden(stoker);
    }
  }

  @Test
  void saysThatThePasswordIsWrongAndShowsItNowhere() {
    try (var stoker = stoker("somebody:pa55%2Fword@")) {
      assertThat(stoker.awaitState("misconfigured").reason()).contains("credentials");

      assertHidden(stoker);
    }
  }

  private void assertHidden(StokerProcess stoker) {
    var shown =
        stoker.log()
            + stoker.get("/api/v1/status").body()
            + stoker.get("/api/v1/reloads").body()
            + stoker.get("/metrics").body()
            + stoker.get("/readyz").body();
    assertThat(shown)
        .contains("/-/reload")
        .doesNotContain("pa55")
        .doesNotContain(base64("stoker:" + PASSWORD))
        .doesNotContain(base64("somebody:" + PASSWORD));
  }

  private StokerProcess stoker(String userInfo) {
    var url = prometheus.reloadUrl().replace("http://", "http://" + userInfo);
    return StokerSetup.in(folder.resolve("stoker-" + userInfo.hashCode()))
        .with("--config-file=" + volume.path(MAIN), "--reload-url=" + url, "--log-level=debug")
        .start();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
