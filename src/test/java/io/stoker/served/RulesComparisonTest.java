package io.stoker.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.How;
import io.stoker.served.Comparison.Unsure;
import io.stoker.target.ServedGroup;
import io.stoker.target.ServedRule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesComparisonTest {
  private static final String FILE =
      """
      groups:
      - name: g
        interval: 60s
        limit: 5
        rules:
        - alert: Down # for long
          expr: up  ==  0
          for: 60s
          labels: {team: a, empty: ""}
          annotations: {summary: "{{ $value }}"}
        - {record: r, expr: "sum(up)"}
      """;
  private static final ServedRule DOWN =
      new ServedRule(
          "Down",
          "up == 0",
          OptionalDouble.of(60),
          Map.of("team", "a"),
          Map.of("summary", "{{ $value }}"));
  private static final ServedRule RECORD =
      new ServedRule("r", "sum(up)", OptionalDouble.empty(), Map.of(), Map.of());
  private static final ServedGroup GROUP =
      new ServedGroup("/etc/rules/r.yml", "g", 60, 5, List.of(DOWN, RECORD));

  @Test
  void holdsWhatOnlyIsSpelledOtherwiseAndMountedElsewhere() throws IOException {
    assertThat(compared(FILE, GROUP)).isEqualTo(new Held());
  }

  @ParameterizedTest
  @CsvSource({
    "alert: Down,alert: Up",
    "for: 60s,for: 61s",
    "team: a,team: b",
    "$value,$labels",
    "interval: 60s,interval: 5s",
    "limit: 5,limit: 6",
    "record: r,record: s"
  })
  void tellsWhichGroupIsServedOtherwise(String before, String after) throws IOException {
    assertThat(compared(FILE.replace(before, after), GROUP))
        .isEqualTo(new Different("/rules/r.yml, group \"g\"", How.CHANGED, true));
  }

  @Test
  void claimsNothingOfQueriesWhichPrometheusSpellsItsWay() throws IOException {
    assertThat(compared(FILE.replace("sum(up)", "sum(up)  by (a)"), GROUP))
        .isInstanceOf(Unsure.class);
  }

  @Test
  void tellsOfGroupsThatAreMissingOrTooMany() throws IOException {
    var other = new ServedGroup("/etc/rules/r.yml", "h", 60, 0, List.of());
    assertThat(compared(FILE, other)).isInstanceOf(Different.class);
    assertThat(compared(FILE, GROUP, other))
        .isEqualTo(new Different("/rules/r.yml, group \"h\"", How.SURPLUS, true));
  }

  @Test
  void claimsNothingOfFilesThatPrometheusIsPerhapsNotToldToRead() throws IOException {
    assertThat(compared(FILE)).isInstanceOf(Unsure.class);
    for (String other : List.of("/other/r.yml", "/rules/other/rules/r.yml")) {
      assertThat(compared(FILE, new ServedGroup(other, "g", 1, 0, List.of())))
          .isInstanceOf(Unsure.class);
    }
    assertThat(compared(FILE, GROUP, new ServedGroup("/x/rules/r.yml", "g", 1, 0, List.of())))
        .isInstanceOf(Unsure.class);
  }

  private static Comparison compared(String file, ServedGroup... served) throws IOException {
    var read = RuleFile.read("/rules/r.yml", Texts.file(file)).orElseThrow();
    var comparison = new RulesComparison(List.of(read), "/rules/other/rules/r.yml"::equals);
    Stream.of(served).forEach(comparison);
    return comparison.result();
  }
}
