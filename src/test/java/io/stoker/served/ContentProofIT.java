package io.stoker.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.Unsure;
import io.stoker.served.ContentProof.Transition;
import io.stoker.served.Fields.Field;
import io.stoker.served.ReloadedPrometheus.Answer;
import io.stoker.testbed.Tool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the comparison against what both versions really serve, for each of their fields. */
class ContentProofIT {
  private static final int EACH = Integer.getInteger("content.pairs", 5);
  private static final int MOST_REFUSED = 20;
  private static final long SEED = Long.getLong("content.seed", 42);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"PROMETHEUS_3", "PROMETHEUS_2"})
  void noChangeCountsAsServedBeforeItIsAndNoneIsDoubtedAfterwards(Tool tool) throws IOException {
    var fields = Fields.of(tool == Tool.PROMETHEUS_3 ? 3 : 2);
    var pairs = new Pairs(fields, SEED);
    var tally = new Tally();
    try (var prometheus = new ReloadedPrometheus(tool, folder)) {
      for (Field field : fields.all()) {
        var next = pairs.of(field).iterator();
        int most = tally.pairs() + EACH * MOST_REFUSED;
        while (tally.accepted(field) < EACH) {
          assertThat(tally.pairs()).as("%s: %s", field, tally.reasons()).isLessThan(most);
          judge(new Written(next.next(), pairs), prometheus, tally);
        }
      }
    }
    System.out.println(tool + ": " + tally);
    assertThat(tally.refusedPairs()).isLessThan(tally.pairs() / 5);
  }

  /** A pair as it is written down. */
  private record Written(Pair pair, String before, String after) {
    Written(Pair pair, Pairs pairs) {
      this(
          pair,
          YamlWriter.write(pair.before(), pairs.random()),
          YamlWriter.write(pair.after(), pairs.random()));
    }

    MainFile file() throws IOException {
      return read(after);
    }

    private static MainFile read(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return MainFile.read(() -> new ByteArrayInputStream(bytes));
    }

    boolean isChanged() throws IOException {
      return !read(before).canonical().orElseThrow().equals(file().canonical().orElseThrow());
    }
  }

  private static void judge(Written written, ReloadedPrometheus prometheus, Tally tally)
      throws IOException {
    String refusal = prometheus.refusal(written.before());
    if (!refusal.isEmpty()) {
      tally.refused(written.pair(), refusal);
      return;
    }
    Answer before = prometheus.served();
    refusal = prometheus.refusal(written.after());
    if (!refusal.isEmpty()) {
      tally.refused(written.pair(), refusal);
      return;
    }
    Answer after = prometheus.served();
    tally.accepted(written.pair());
    boolean changed = written.isChanged();
    MainFile file = written.file();
    ConfigFolder folder = prometheus.folder();
    Comparison now = file.comparedWith(after.stream(), folder);
    Comparison elsewhere = file.comparedWith(after.stream(), new ConfigFolder(Optional.empty()));
    Comparison early = file.comparedWith(before.stream(), folder);
    Comparison proof = ContentProof.judge(early, Optional.of(new Transition(changed, false)));
    String what = written + "\nserved before: " + before + "\nserved after: " + after;
    assertThat(now).as(what).isNotInstanceOf(Different.class);
    assertThat(elsewhere).as(what).isNotInstanceOf(Different.class);
    tally.found(written.pair().kind(), "afterwards " + word(now));
    if (before.equals(after)) {
      assertThat(early).as(what).isNotInstanceOf(Different.class);
      tally.found(written.pair().kind(), "not to be seen, " + word(proof));
    } else {
      assertThat(changed).as(what).isTrue();
      assertThat(proof).as(what).isNotInstanceOf(Held.class);
      tally.found(written.pair().kind(), "to be seen, " + word(proof));
    }
  }

  private static String word(Comparison comparison) {
    return switch (comparison) {
      case Held held -> "held";
      case Different different -> different.certain() ? "different for certain" : "different";
      case Unsure unsure -> "unsure";
    };
  }
}
