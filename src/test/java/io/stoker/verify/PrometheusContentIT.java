package io.stoker.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.target.Endpoints;
import io.stoker.target.HttpTargets;
import io.stoker.target.ReloadReply;
import io.stoker.target.Target;
import io.stoker.target.TargetProfile;
import io.stoker.testbed.BesideLyingServer;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.Tool;
import io.stoker.verify.ContentVerdict.CannotTell;
import io.stoker.verify.ContentVerdict.Differs;
import io.stoker.verify.ContentVerdict.Holds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proof of content against what both versions really serve. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
class PrometheusContentIT {
  private static final String MAIN =
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
  private static final String RULES =
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
  private static final TextMap BEFORE = texts(MAIN, RULES);

  @TempDir Path folder;
  private Path config;
  private PrometheusProcess prometheus;
  private Target target;

  private void start(Tool tool) throws IOException {
    config = Files.createDirectories(folder.resolve("config"));
    BEFORE.mountInto(config);
    prometheus =
        PrometheusSetup.of(tool.executable(), folder.resolve("p"), config.resolve("prometheus.yml"))
            .start()
            .awaitReady();
    target =
        new HttpTargets(Duration.ofSeconds(20))
            .target(
                new Endpoints(URI.create(prometheus.reloadUrl()), Optional.empty()),
                TargetProfile.PROMETHEUS);
  }

  @AfterEach
  void stop() {
    prometheus.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"PROMETHEUS_3", "PROMETHEUS_2"})
  void whatChangesIsProvenOnceItIsServedAndNotBefore(Tool tool) throws IOException {
    start(tool);
    for (Change change : changes()) {
      mountAndReload(BEFORE);
      var verifier = new ContentVerifier(target, TargetProfile.PROMETHEUS);
      assertThat(verifier.verify(BEFORE)).isEqualTo(new Holds());

      var early = verifier.verify(change.after());
      mountAndReload(change.after());
      var late = verifier.verify(change.after());

      assertThat(early)
          .as("%s, not reloaded: %s", change.what(), early)
          .isInstanceOf(change.early());
      assertThat(late).as("%s, reloaded: %s", change.what(), late).isInstanceOf(change.late());
      assertThat(early + " " + late).doesNotContain("one", "two", "18s", "sum");
    }
  }

  /** What a user changes, and the verdicts before and after it is served. */
  private record Change(
      String what,
      TextMap after,
      Class<? extends ContentVerdict> early,
      Class<? extends ContentVerdict> late) {}

  private static List<Change> changes() {
    return List.of(
        new Change("nothing", BEFORE, Holds.class, Holds.class),
        new Change("a job", main("name: a", "name: b"), Differs.class, Holds.class),
        new Change("a scalar", main("17s", "18s"), Differs.class, Holds.class),
        new Change(
            "less scalars",
            main("  evaluation_interval: 19s\n", ""),
            CannotTell.class,
            Holds.class),
        new Change("a secret", main("one", "two"), CannotTell.class, CannotTell.class),
        new Change(
            "comments", texts("# two\n" + MAIN, "# two\n" + RULES), Holds.class, Holds.class),
        new Change("an expression", rules("up == 0", "up == 1"), Differs.class, Holds.class),
        new Change(
            "one in another spelling",
            rules("sum by (job) (up)", "sum(up)by(instance)"),
            Differs.class,
            Holds.class),
        new Change("an alert", rules("60s", "70s"), Differs.class, Holds.class),
        new Change(
            "less groups",
            texts(MAIN, RULES.substring(0, RULES.indexOf("- name: h"))),
            Differs.class,
            Holds.class),
        new Change(
            "less files", new TextMap(Map.of("prometheus.yml", MAIN)), Differs.class, Holds.class),
        new Change(
            "what is no configuration",
            withKey(BEFORE, "page.html", "<p>two</p>"),
            Holds.class,
            Holds.class));
  }

  @ParameterizedTest
  @EnumSource(names = {"PROMETHEUS_3", "PROMETHEUS_2"})
  void theFirstLookClaimsOnlyWhatIsCertain(Tool tool) throws IOException {
    start(tool);
    var other = texts("scrape_configs: [{job_name: other}]\n", RULES);
    var respelled = texts(MAIN, RULES.replace("sum by (job) (up)", "sum(up)by(job)"));
    var elsewhere = new TextMap(Map.of("p.yml", MAIN, "page.html", "<p>"));

    assertThat(first(BEFORE)).isEqualTo(new Holds());
    assertThat(first(new TextMap(Map.of("rules.yml", RULES)))).isEqualTo(new Holds());
    assertThat(first(other)).isInstanceOf(Differs.class);
    assertThat(first(respelled)).isEqualTo(new Holds());
    assertThat(first(texts(MAIN, RULES.replace("(up)", "(down{a=~\"b+\"})"))))
        .isEqualTo(new Differs("rules.yml, group \"g\" has another value"));
    assertThat(first(withKey(BEFORE, "unused.yml", RULES)))
        .isEqualTo(new CannotTell("unused.yml is not served, so it may be none of the rule files"));
    assertThat(first(elsewhere))
        .isEqualTo(
            new CannotTell(
                "no key is called prometheus.yml, which Prometheus was started with, or is one of its rule files"));
    prometheus.stop();
    assertThat(first(BEFORE))
        .isInstanceOfSatisfying(
            CannotTell.class, verdict -> assertThat(verdict.why()).contains("refused"));
  }

  private ContentVerdict first(Texts texts) {
    return new ContentVerifier(target, TargetProfile.PROMETHEUS).verify(texts);
  }

  private void mountAndReload(TextMap texts) throws IOException {
    texts.mountInto(config);
    assertThat(target.reload()).isEqualTo(new ReloadReply.Accepted());
  }

  private static TextMap main(String before, String after) {
    return texts(MAIN.replace(before, after), RULES);
  }

  private static TextMap rules(String before, String after) {
    return texts(MAIN, RULES.replace(before, after));
  }

  private static TextMap texts(String main, String rules) {
    return new TextMap(Map.of("prometheus.yml", main, "rules.yml", rules));
  }

  private static TextMap withKey(TextMap texts, String name, String text) {
    var more = new HashMap<>(texts.keys());
    more.put(name, text);
    return new TextMap(more);
  }
}
