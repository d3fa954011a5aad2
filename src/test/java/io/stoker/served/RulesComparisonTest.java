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
import java.util.Set;
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
        .isEqualTo(new Different("/rules/r.yml, group \"g\"", How.CHANGED, false));
  }

  @Test
  void findsAFileWithoutAFolderInAnyButOnlyOnce() throws IOException {
    assertThat(comparison("r.yml", FILE, GROUP).result()).isEqualTo(new Held());
    assertThat(comparison("x.yml", FILE, GROUP).isAnyServed()).isFalse();
    var other = new ServedGroup("/other/r.yml", "g", 60, 5, List.of(DOWN, RECORD));
    assertThat(comparison("r.yml", FILE, GROUP, other).result()).isInstanceOf(Unsure.class);
  }

  @Test
  void namesWhatIsServedOfTheFilesAlone() throws IOException {
    var foreign = new ServedGroup("/etc/rules/s.yml", "s", 60, 0, List.of());
    var changed = new ServedGroup("/etc/rules/r.yml", "g", 60, 5, List.of(DOWN));
    String digest = comparison("r.yml", FILE, GROUP).digest();

    assertThat(comparison("r.yml", FILE, GROUP, foreign).digest()).isEqualTo(digest);
    assertThat(comparison("r.yml", FILE, changed).digest()).isNotEqualTo(digest);
  }

  @Test
  void blamesGroupsOfARemovedFile() {
    var comparison =
        new RulesComparison(List.of(RuleFile.removed("r.yml")), Set.<String>of()::contains);
    comparison.accept(GROUP);

    assertThat(comparison.result())
        .isEqualTo(new Different("r.yml, group \"g\"", How.SURPLUS, true));
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
    return comparison("/rules/r.yml", file, served).result();
  }

  private static RulesComparison comparison(String name, String file, ServedGroup... served)
      throws IOException {
    var read = RuleFile.read(name, Texts.file(file)).orElseThrow();
    var comparison = new RulesComparison(List.of(read), "/rules/other/rules/r.yml"::equals);
    Stream.of(served).forEach(comparison);
    return comparison;
  }
}
