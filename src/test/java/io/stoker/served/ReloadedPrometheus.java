package io.stoker.served;

import io.stoker.target.ServedGroups;
import io.stoker.testbed.Http;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.Tool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A real Prometheus that is reloaded with one text after the other. */
final class ReloadedPrometheus implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path file;
  private final PrometheusProcess process;

  ReloadedPrometheus(Tool tool, Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve("config"));
    file = Files.writeString(own.resolve("prometheus.yml"), "global: {}\n");
    process =
        PrometheusSetup.of(tool.executable(), folder.resolve("p"), file)
            .with("--storage.remote.flush-deadline=10ms")
            .start()
            .awaitReady();
  }

  /** What it says against a text; nothing if it takes it. */
  String refusal(String text) throws IOException {
    Files.writeString(file, text);
    var reply = Http.post(process.reloadUrl(), PATIENCE);
    return reply.ok() ? "" : reply.body();
  }

  /** Its answer, as it is sent. */
  Answer served() {
    return new Answer(Http.get(process.url() + "/api/v1/status/config").body());
  }

  /** The same for its rule file, {@code rules.yml}. */
  String ruleRefusal(String text) throws IOException {
    Files.writeString(rules(), text);
    var reply = Http.post(process.reloadUrl(), PATIENCE);
    return reply.ok() ? "" : reply.body();
  }

  /** Compares a text for its rule file with the rules that it has. */
  Comparison rulesComparedWith(String text) throws IOException {
    var file = RuleFile.read(rules().toString(), Texts.file(text)).orElseThrow();
    var comparison = new RulesComparison(List.of(file), path -> true);
    var answer = Http.get(process.url() + "/api/v1/rules?exclude_alerts=true").body();
    ServedGroups.of(answer).forEach(comparison);
    return ContentProof.judge(comparison.result(), Optional.empty());
  }

  private Path rules() {
    return file.resolveSibling("rules.yml");
  }

  ConfigFolder folder() {
    return ConfigFolder.of(file.toString());
  }

  @Override
  public void close() {
    process.close();
  }

  /** What it serves. */
  record Answer(String json) {
    InputStream stream() {
      return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
  }
}
