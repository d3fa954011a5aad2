package io.stoker.verify;

import static io.stoker.verify.MountedPrometheus.BOTH;
import static io.stoker.verify.MountedPrometheus.MAIN;
import static io.stoker.verify.MountedPrometheus.RULES;
import static io.stoker.verify.MountedPrometheus.main;
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

/** The proof of a change against what both versions really serve. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
class PrometheusContentIT {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"PROMETHEUS_3", "PROMETHEUS_2"})
  void whatChangesIsProvenOnceItIsServedAndNotBefore(Tool tool) throws IOException {
    try (var prometheus = new MountedPrometheus(tool, folder)) {
      for (Change change : changes()) {
        prometheus.mountAndReload(BOTH);
        var verifier = prometheus.verifier();
        assertThat(verifier.verify(BOTH)).isEqualTo(new Holds());

        var early = verifier.verify(change.after());
        prometheus.mountAndReload(change.after());
        var late = verifier.verify(change.after());

        assertThat(early)
            .as("%s, not reloaded: %s", change.what(), early)
            .isInstanceOf(change.early());
        assertThat(late).as("%s, reloaded: %s", change.what(), late).isInstanceOf(change.late());
        assertThat(early + " " + late).doesNotContain("one", "two", "18s", "sum");
      }
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
        new Change("nothing", BOTH, Holds.class, Holds.class),
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
            BOTH.with("page.html", "<p>two</p>"),
            Holds.class,
            Holds.class));
  }
}
