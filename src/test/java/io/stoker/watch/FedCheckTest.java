package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.check.CheckResult;
import io.stoker.check.Expressions;
import io.stoker.check.Expressions.Verdict;
import io.stoker.check.Finding;
import io.stoker.kubernetes.ObjectName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is found in ConfigMaps before a target reads them, or after it refused them. */
class FedCheckTest {
  private static final SourceName CONFIG = configMap("prometheus-config");
  private static final String UNKNOWN_FIELD =
      "groups:\n- name: api\n  rules:\n  - alert: Down\n    expr: up == 0\n    fro: 5m\n";
  private static final String BAD_EXPRESSION =
      "groups:\n- name: api\n  rules:\n  - record: one\n    expr: sum(up\n";
  private static final String SLOW =
      "groups:\n- name: api\n  rules:\n  - {record: a, expr: up}\n  - {record: b, expr: silence}\n";
  private static final String DOUBTFUL =
      "groups:\n- name: api\n  rules:\n  - {record: one, expr: up}\n  - {record: one, expr: up}\n";

  private final PretendTime time = new PretendTime();
  private final Sources sources = new Sources(time, time);
  private final PretendContents contents = new PretendContents(sources);
  private final ContentRoom room = new ContentRoom(contents, time, time);
  private final PretendPod pod = new PretendPod("prometheus-0", time, "");
  private final List<String> asked = new ArrayList<>();

  @Test
  void manyTargetsOfOneConfigMapCostOneFetchAndOneCheck() {
    contents.write(CONFIG, Map.of("rules.yml", DOUBTFUL));
    for (int target = 0; target < 100; target++) {
      assertThat(check("prometheus").check(List.of(), List.of()).warnings()).isEqualTo(1);
      assertThat(check("prometheus").doubts(List.of())).hasSize(1);
      assertThat(check("another").doubts(List.of())).hasSize(1);
    }

    assertThat(contents.fetches).isEqualTo(1);
    assertThat(asked).hasSize(2);
  }

  @Test
  void anotherVersionIsCheckedAnewAndAnotherAnnotationIsNone() {
    contents.write(CONFIG, Map.of("rules.yml", DOUBTFUL));
    assertThat(check("prometheus").doubts(List.of())).hasSize(1);
    contents.write(CONFIG, Map.of("rules.yml", DOUBTFUL));
    assertThat(check("prometheus").doubts(List.of())).hasSize(1);
    assertThat(contents.fetches).isEqualTo(1);

    contents.write(CONFIG, Map.of("rules.yml", "groups: []\n"));

    assertThat(check("prometheus").doubts(List.of())).isEmpty();
    assertThat(contents.fetches).isEqualTo(2);
  }

  @Test
  void whatCannotBeFetchedHasNoFindingsUntilItCan() {
    contents.write(CONFIG, Map.of("rules.yml", UNKNOWN_FIELD));
    contents.down = true;
    assertThat(check("prometheus").check(List.of(), List.of())).isEqualTo(CheckResult.NOTHING);

    contents.down = false;

    assertThat(check("prometheus").check(List.of(), List.of()).hasErrors()).isTrue();
  }

  @Test
  void whatTheApiServerHoldsByNowIsNotTakenForTheVersionThatWasHeardOf() {
    contents.write(CONFIG, Map.of("rules.yml", DOUBTFUL));
    contents.writeUnheard(CONFIG, Map.of("rules.yml", UNKNOWN_FIELD));

    assertThat(check("prometheus").check(List.of(), List.of())).isEqualTo(CheckResult.NOTHING);
  }

  @Test
  void onePodOfEachServiceIsAskedAboutExpressionsAndAfterARefusalOnceMoreEachMinute() {
    contents.write(CONFIG, Map.of("rules.yml", BAD_EXPRESSION));

    Finding fault = check("prometheus").check(List.of(), List.of()).findings().getFirst();
    check("prometheus").check(List.of(), List.of());
    assertThat(fault.place()).hasToString("monitoring/prometheus-config/rules.yml:5:11");
    assertThat(fault.cause()).contains("unclosed left parenthesis");
    assertThat(asked).containsExactly("prometheus: sum(up");

    check("another").check(List.of(), List.of());
    assertThat(asked).hasSize(2);

    time.pass(Duration.ofMinutes(1));
    check("prometheus").check(List.of(), List.of());
    assertThat(asked).hasSize(3);
  }

  @Test
  void whatAllArePleasedWithIsNotAskedAgain() {
    contents.write(CONFIG, Map.of("rules.yml", DOUBTFUL));
    check("prometheus").check(List.of(), List.of());
    time.pass(Duration.ofDays(1));
    check("prometheus").check(List.of(), List.of());

    assertThat(contents.fetches).isEqualTo(1);
  }

  @Test
  void aTargetThatIsAwayIsNotAskedButTheNextOneIs() {
    contents.write(CONFIG, Map.of("rules.yml", BAD_EXPRESSION));
    pod.away = true;
    for (int retry = 0; retry < 10; retry++) {
      assertThat(check("prometheus").check(List.of(), List.of()).hasErrors()).isFalse();
    }
    assertThat(asked).isEmpty();
    assertThat(contents.fetches).isEqualTo(1);

    pod.away = false;

    assertThat(check("prometheus").check(List.of(), List.of()).hasErrors()).isTrue();
  }

  @Test
  void aTargetThatFallsSilentIsNotAskedByEachOfItsService() {
    contents.write(CONFIG, Map.of("rules.yml", SLOW));
    for (int target = 0; target < 100; target++) {
      check("prometheus").check(List.of(), List.of());
    }

    assertThat(asked).hasSize(2);
  }

  @Test
  void ofManyFaultsThoseOfWhatChangedComeFirstAndFewAreKept() {
    SourceName other = configMap("more-rules");
    contents.write(CONFIG, Map.of("a.yml", many(), "b.yml", UNKNOWN_FIELD));
    contents.write(other, Map.of("b.yml", many()));

    CheckResult result =
        check("prometheus", other, CONFIG)
            .check(List.of(), List.of("prometheus-config/b.yml", "gone.yml"));

    assertThat(result.findings()).hasSize(10);
    assertThat(result.findings().getFirst().place().file())
        .isEqualTo("monitoring/prometheus-config/b.yml");
    assertThat(result.errors()).isEqualTo(101);
  }

  private static String many() {
    return "groups:\n- name: g\n  rules:\n" + "  - {alert: A}\n".repeat(50);
  }

  private FedCheck check(String service, SourceName... fed) {
    var reader = new SourceReader(sources, () -> fed.length == 0 ? List.of(CONFIG) : List.of(fed));
    var judge = new Judge(new ObjectName("monitoring", service), pod, () -> expressions(service));
    return new FedCheck(reader, judge, room.ofTarget(), time, true);
  }

  private Expressions expressions(String service) {
    return expression -> {
      asked.add(service + ": " + expression);
      if (expression.equals("silence")) {
        return new Verdict.Unjudged();
      }
      return expression.matches(".*[({][^)}]*")
          ? new Verdict.Refused("1:4: unclosed left parenthesis in " + expression)
          : new Verdict.Accepted();
    };
  }

  private static SourceName configMap(String name) {
    return new SourceName(new ObjectName("monitoring", name), false);
  }
}
