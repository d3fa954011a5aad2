package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static io.stoker.blackbox.Texts.badRules;
import static io.stoker.blackbox.Texts.main;
import static io.stoker.blackbox.Texts.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the watcher finds in ConfigMaps itself, where Prometheus only says that it refuses. */
class WatchCheckIT extends WatchCase {
  private static final String RULES = "rules.yml";

  @Test
  void anExpressionThatIsRefusedIsToldByKeyAndLineWithTheWordsOfTheParser() {
    StokerProcess watcher = awaitAll(service.watch(), StokerTarget::inSync);

    bring(badRules("bad"));

    String place = key() + ":5:15";
    awaitAll(watcher, target -> target.state().equals("rejected"));
    assertThat(watcher.targets())
        .allSatisfy(
            target ->
                assertThat(target.reason())
                    .startsWith(place + ": group \"bad\", rule 1")
                    .contains("unclosed left parenthesis"));
    awaitEvent("ConfigRejected", place);
    awaitEvent("ConfigRejected", "unclosed left parenthesis");
    assertThat(watcher.get("/api/v1/status?state=rejected").body())
        .contains("\"file\":\"" + key() + "\",\"line\":5")
        .contains("expr: sum(rate(http_requests_total[5m])");
    assertThat(watcher.log().lines())
        .anySatisfy(line -> assertThat(line).contains("msg=\"check error\"", key(), "line=5"));
  }

  @Test
  void aFieldThatNoRuleHasIsToldByKeyAndLine() {
    StokerProcess watcher = awaitAll(service.watch(), StokerTarget::inSync);

    bring(rules("bad").replace("expr:", "exprr:"));

    awaitAll(
        watcher,
        target ->
            target.state().equals("rejected")
                && target.reason().startsWith(key() + ":5:9: ")
                && target.reason().contains("a rule has no such field"));
    awaitEvent("ConfigRejected", key() + ":5:9: ");
  }

  @Test
  void whatIsEnforcedIsNotPostedUntilItIsMended() {
    StokerProcess watcher = awaitAll(service.watch("--check=enforce"), StokerTarget::inSync);
    int before = reloads();

    bring(badRules("bad"));

    awaitAll(watcher, target -> target.state().equals("invalid"));
    assertThat(watcher.targets())
        .allSatisfy(
            target ->
                assertThat(target.reason())
                    .startsWith(key() + ":5:15: ")
                    .contains("unclosed left parenthesis"));
    awaitEvent("ConfigRejected", key() + ":5:15: ");
    assertThat(reloads()).isEqualTo(before);

    var since = Instant.now();
    bring(rules("good"));

    awaitAll(watcher, target -> target.provenAfter(since));
    service.awaitRuns("changed");
  }

  /** Writes the ConfigMap, and does what kubelets do then. */
  private void bring(String rules) {
    var contents = Map.of(MAIN, main("changed").replace("rules/*.yml", RULES), RULES, rules);
    service.write(contents, WISH);
    service.mount(contents);
  }

  private String key() {
    return service.namespace() + "/prometheus-config/" + RULES;
  }

  private int reloads() {
    return service.members().stream()
        .mapToInt(member -> member.prometheus().client().reloadRequests())
        .sum();
  }
}
