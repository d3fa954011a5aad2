package io.stoker.corpus;

import io.stoker.check.CheckResult;
import io.stoker.check.ConfigCheck;
import io.stoker.check.ConfigFile;
import io.stoker.check.Expressions;
import io.stoker.testbed.Http;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A real Prometheus that is given one configuration after the other, and the check beside it. */
final class Court implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Path folder;
  private final PrometheusProcess prometheus;
  private final Map<String, Expressions.Verdict> judged = new HashMap<>();

  /** What both say. */
  record Ruling(Specimen specimen, boolean accepted, String words, CheckResult check) {}

  Court(Tool version, Path folder) throws IOException {
    this.folder = folder;
    for (Specimen.Kind kind : Specimen.Kind.values()) {
      Files.createDirectories(folder.resolve(kind.path()).getParent());
    }
    restore();
    prometheus =
        PrometheusSetup.of(version.executable(), folder.resolve("run"), main())
            .with("--storage.remote.flush-deadline=10ms")
            .start()
            .awaitReady();
  }

  Ruling rule(Specimen specimen) throws IOException {
    restore();
    Files.writeString(folder.resolve(specimen.kind().path()), specimen.text());
    var check = new ConfigCheck(this::judge);
    check.mainFile(ConfigFile.at(main()));
    Http.Reply reply = reload();
    return new Ruling(specimen, reply.ok(), reply.ok() ? "" : reply.body(), check.result());
  }

  /** The answer, with what Prometheus logs meanwhile; it dies of some configurations. */
  private Http.Reply reload() throws IOException {
    int logged = prometheus.log().length();
    try {
      Http.Reply reply = Http.post(prometheus.reloadUrl(), LIMIT);
      return new Http.Reply(reply.status(), reply.body() + prometheus.log().substring(logged));
    } catch (UncheckedIOException e) {
      String last = prometheus.log().substring(logged);
      prometheus.stop();
      restore();
      prometheus.start();
      prometheus.awaitReady();
      return new Http.Reply(0, "Prometheus died: " + last);
    }
  }

  Path main() {
    return folder.resolve(Specimen.Kind.MAIN.path());
  }

  @Override
  public void close() {
    prometheus.close();
  }

  /** Other files are valid, and the main file names them all. */
  private void restore() throws IOException {
    Files.write(main(), Corpus.lines("main-anchors.yml"));
    Files.write(folder.resolve(Specimen.Kind.RULES.path()), Corpus.lines("rules-plain.yml"));
    Files.write(folder.resolve(Specimen.Kind.SCRAPES.path()), Corpus.lines("scrapes-plain.yml"));
  }

  private Expressions.Verdict judge(String expression) {
    return judged.computeIfAbsent(expression, this::ask);
  }

  private Expressions.Verdict ask(String expression) {
    String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    Http.Reply reply = Http.get(prometheus.url() + "/api/v1/format_query?query=" + query);
    return reply.ok()
        ? new Expressions.Verdict.Accepted()
        : new Expressions.Verdict.Refused(reply.json().path("error").asText());
  }
}
