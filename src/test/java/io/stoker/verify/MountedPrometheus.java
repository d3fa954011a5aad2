package io.stoker.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.target.Endpoints;
import io.stoker.target.HttpTargets;
import io.stoker.target.ReloadReply;
import io.stoker.target.Target;
import io.stoker.target.TargetProfile;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A real Prometheus whose folder is what a test mounts. */
final class MountedPrometheus implements AutoCloseable {
  static final String MAIN =
      """
      global:
        scrape_interval: 17s
        evaluation_interval: 19s
      rule_files: [rules.yml]
      scrape_configs:
      - job_name: a
        basic_auth: {username: u, password: one}
        static_configs: [{targets: ["127.0.0.1:9"]}]
      """;
  static final String RULES =
      """
      groups:
      - name: g
        rules:
        - record: r
          expr: sum by (job) (up)
      - name: h
        rules:
        - {alert: Down, expr: up == 0, for: 60s}
      """;
  static final TextMap BOTH = texts(MAIN, RULES);

  private final Path config;
  private final PrometheusProcess process;
  private final Target target;

  /** With {@link #BOTH}. */
  MountedPrometheus(Tool tool, Path folder) throws IOException {
    config = Files.createDirectories(folder.resolve("config"));
    BOTH.mountInto(config);
    process =
        PrometheusSetup.of(tool.executable(), folder.resolve("p"), config.resolve("prometheus.yml"))
            .start()
            .awaitReady();
    target =
        new HttpTargets(Duration.ofSeconds(20))
            .target(
                new Endpoints(URI.create(process.reloadUrl()), Optional.empty()),
                TargetProfile.PROMETHEUS);
  }

  void mountAndReload(TextMap texts) throws IOException {
    texts.mountInto(config);
    assertThat(target.reload()).isEqualTo(new ReloadReply.Accepted());
  }

  /** One that has not seen it before. */
  ContentVerifier verifier() {
    return new ContentVerifier(target, TargetProfile.PROMETHEUS);
  }

  void stop() {
    process.stop();
  }

  @Override
  public void close() {
    process.close();
  }

  static TextMap texts(String main, String rules) {
    return new TextMap(Map.of("prometheus.yml", main, "rules.yml", rules));
  }

  static TextMap main(String before, String after) {
    return texts(MAIN.replace(before, after), RULES);
  }

  static TextMap rules(String before, String after) {
    return texts(MAIN, RULES.replace(before, after));
  }
}
