package io.stoker.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.target.CallFailure;
import io.stoker.target.ServedGroup;
import io.stoker.target.ServedRule;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuerySpellingTest {
  private static final String FILE = "groups: [{name: g, rules: [{record: r, expr: UP}]}]";

  @ParameterizedTest
  @CsvSource({"up, true", "down, false"})
  void queriesThatPrometheusSpellsAlikeAreTheSame(String query, boolean same) {
    assertThat(spelling().isSame("r.yml", served(query, 1))).contains(same);
  }

  @Test
  void whatIsNotAnsweredOrHasAnotherLengthIsNotJudged() {
    var target = new StagedPrometheus("");
    target.failure = Optional.of(new CallFailure.Unavailable("HTTP 503"));
    var silent = new QuerySpelling(target, texts());

    assertThat(silent.isSame("r.yml", served("up", 1))).isEmpty();
    assertThat(spelling().isSame("r.yml", served("up", 2))).isEmpty();
    assertThat(spelling().isSame("gone.yml", served("up", 1))).isEmpty();
  }

  @Test
  void onlySoManyAreAskedForInOneProof() {
    var spelling = spelling();
    for (int i = 0; i < 250; i++) {
      assertThat(spelling.isSame("r.yml", served("up", 1))).contains(true);
    }

    assertThat(spelling.isSame("r.yml", served("up", 1))).isEmpty();
  }

  private static QuerySpelling spelling() {
    return new QuerySpelling(new StagedPrometheus(""), texts());
  }

  private static TextMap texts() {
    return new TextMap(Map.of("r.yml", FILE));
  }

  private static ServedGroup served(String query, int rules) {
    var rule = new ServedRule("r", query, OptionalDouble.empty(), Map.of(), Map.of());
    List<ServedRule> all = Collections.nCopies(rules, rule);
    return new ServedGroup("/r/r.yml", "g", 60, 0, all);
  }
}
