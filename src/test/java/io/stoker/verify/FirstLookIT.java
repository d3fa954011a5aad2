package io.stoker.verify;

import static io.stoker.verify.MountedPrometheus.BOTH;
import static io.stoker.verify.MountedPrometheus.MAIN;
import static io.stoker.verify.MountedPrometheus.RULES;
import static io.stoker.verify.MountedPrometheus.rules;
import static io.stoker.verify.MountedPrometheus.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import io.stoker.testbed.Tool;
import io.stoker.verify.ContentVerdict.CannotTell;
import io.stoker.verify.ContentVerdict.Differs;
import io.stoker.verify.ContentVerdict.Holds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both versions let be told of a target of which nothing is known from before. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
class FirstLookIT {
  private static final String QUERY = "sum by (job) (up)";
  private static final List<String> SPELLINGS =
      List.of(
          "sum(up)by(job)",
          "rate(x[60s]) # a comment",
          "-1e3*{a='b',__name__=~\"u.+\"}offset 3600s",
          "((a)+b)or c unless on(d)e",
          "histogram_quantile(.9,sum(rate(x_bucket{job=~\"one|another|third\"}[5m]))by(le,job))>0.5"
              + " and on(job) (count(up==1)by(job)>bool 10) or vector(0x1f)");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"PROMETHEUS_3", "PROMETHEUS_2"})
  void onlyWhatIsCertainIsClaimed(Tool tool) throws IOException {
    try (var prometheus = new MountedPrometheus(tool, folder)) {
      assertThat(first(prometheus, BOTH)).isEqualTo(new Holds());
      assertThat(first(prometheus, new TextMap(Map.of("rules.yml", RULES)))).isEqualTo(new Holds());
      assertThat(first(prometheus, texts("scrape_configs: [{job_name: other}]\n", RULES)))
          .isInstanceOf(Differs.class);
      assertThat(first(prometheus, rules(QUERY, "sum by (job) (down{a=~\"b+\"})")))
          .isEqualTo(new Differs("rules.yml, group \"g\" has another value"));
      assertThat(first(prometheus, BOTH.with("unused.yml", RULES)))
          .isEqualTo(
              new CannotTell("unused.yml is not served, so it may be none of the rule files"));
      assertThat(first(prometheus, new TextMap(Map.of("p.yml", MAIN, "page.html", "<p>"))))
          .isEqualTo(
              new CannotTell(
                  "no key is called prometheus.yml, which Prometheus was started with, or is one of its rule files"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PROMETHEUS_3", "PROMETHEUS_2"})
  void aQueryInAnySpellingHolds(Tool tool) throws IOException {
    try (var prometheus = new MountedPrometheus(tool, folder)) {
      for (String query : SPELLINGS) {
        var texts = rules(QUERY, "|\n      " + query);
        prometheus.mountAndReload(texts);

        assertThat(first(prometheus, texts)).as(query).isEqualTo(new Holds());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PROMETHEUS_3", "PROMETHEUS_2"})
  void aTargetThatIsGoneCannotBeTold(Tool tool) throws IOException {
    try (var prometheus = new MountedPrometheus(tool, folder)) {
      prometheus.stop();

      assertThat(first(prometheus, BOTH))
          .isInstanceOfSatisfying(
              CannotTell.class, verdict -> assertThat(verdict.why()).contains("refused"));
    }
  }

  private static ContentVerdict first(MountedPrometheus prometheus, Texts texts) {
    return prometheus.verifier().verify(texts);
  }
}
