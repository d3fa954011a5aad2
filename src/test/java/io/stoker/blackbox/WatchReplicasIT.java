package io.stoker.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stoker.testbed.Http;
import io.stoker.testbed.Rights;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever replica of two is asked tells what the one that leads knows. */
class WatchReplicasIT extends WatchCase {
  private static final String STATUS = "/api/v1/status";

  private StokerProcess leader;
  private StokerProcess other;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?limit=1",
        "?state=rejected",
        "?source=NAMESPACE%2Fprometheus-config&limit=1"
      })
  void bothAnswerTheSameToTheSameQuestion(String query) {
    startTwoReplicas();
    String path = STATUS + query.replace("NAMESPACE", service.namespace());

    JsonNode told = leader.get(path).json();
    assertThat(told.path("replica")).isEqualTo(told.path("leader"));
    assertThat(told.path("replica").asText()).startsWith("stoker-watch-0_");
    assertThat(told.path("failures")).isEmpty();
    assertThat(told.has("incomplete")).isFalse();
    assertThat(other.get(path).json()).isEqualTo(told);
    assertThat(other.get("/api/v1/reloads").json()).isEqualTo(leader.get("/api/v1/reloads").json());
  }

  @Test
  void aReplicaThatStandsByIsReadyAndItsMetricsLookLikeNoTrouble() {
    startTwoReplicas();

    assertThat(other.get("/readyz").status()).isEqualTo(200);
    assertThat(leader.get("/metrics").body())
        .contains("stoker_leader 1.0", "stoker_targets{state=\"in-sync\"} 2.0");
    assertThat(other.get("/metrics").body())
        .contains("stoker_leader 0.0", "reloader_last_reload_successful NaN")
        .doesNotContain("stoker_target");
  }

  @Test
  void aQuestionThatIsMeantForALeaderIsAnsweredByNobodyElse() {
    startTwoReplicas();
    String identity = status(leader).path("leader").asText();

    assertThat(asLeader(leader, identity)).isEqualTo(200);
    assertThat(asLeader(other, identity)).as("no second hop").isEqualTo(421);
    assertThat(asLeader(leader, "stoker-watch-0_before")).isEqualTo(421);
  }

  @Test
  void whenTheLeaderIsGoneTheOtherSaysSoUntilItLeadsAndThenAnswersItself() {
    startTwoReplicas();

    leader.kill();
    awaitStatus(other, told -> told.path("incomplete").asText().contains("refused"));
    JsonNode itself = awaitStatus(other, told -> !told.has("incomplete"));

    assertThat(itself.path("replica")).isEqualTo(itself.path("leader"));
    assertThat(itself.path("replica").asText()).startsWith("stoker-watch-1_");
    awaitAll(other, StokerTarget::inSync);
  }

  @Test
  void aLeaderThatHangsIsNotWaitedForAndFollowsWhenItGoesOn() {
    startTwoReplicas();
    String identity = status(leader).path("leader").asText();

    leader.process().pause();
    JsonNode own = awaitStatus(other, told -> told.has("incomplete"));
    assertThat(own.path("leader").asText()).isEqualTo(identity);
    assertThat(own.path("replica").asText()).startsWith("stoker-watch-1_");
    assertThat(own.path("incomplete").asText())
        .contains(identity, leader.url(), "no answer in time");
    assertThat(own.path("targets")).hasSize(2);

    awaitStatus(other, told -> !told.has("incomplete"));
    leader.process().resume();
    awaitStatus(leader, told -> told.path("replica").asText().startsWith("stoker-watch-1_"));
  }

  @Test
  void withoutRightsTheStatusHasTheMissingRulesAndThatNobodyLeads() {
    service.allow(Rights.rule("configmaps", "get", "list", "watch"));
    StokerProcess only = service.watch();

    JsonNode told = awaitStatus(only, status -> status.path("failures").size() == 2);
    assertThat(told.path("leader").isNull()).isTrue();
    assertThat(told.path("incomplete").asText()).isEqualTo("no replica leads at this time");
    assertThat(told.path("failures").toString())
        .contains("cannot hold the Lease", "resources: [leases], verbs: [get, create, update]")
        .contains(
            "cannot watch EndpointSlices", "resources: [endpointslices], verbs: [list, watch]");
    assertThat(only.get("/readyz").status()).as("the Lease does not gate it").isEqualTo(200);
  }

  private void startTwoReplicas() {
    leader = awaitAll(service.watch(), StokerTarget::inSync);
    other = service.watch();
    awaitStatus(other, told -> !told.has("incomplete"));
  }

  private static JsonNode awaitStatus(StokerProcess replica, Predicate<JsonNode> wanted) {
    return Patience.await("the status is as wanted").until(() -> status(replica), wanted);
  }

  private static JsonNode status(StokerProcess replica) {
    return replica.get(STATUS).json();
  }

  private static int asLeader(StokerProcess replica, String identity) {
    return Http.get(replica.url() + STATUS, "Stoker-Leader", identity).status();
  }
}
