package io.stoker.report;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BesideLyingServer.class)
class StatusResourceTest {
  @BeforeEach
  void awaitProof() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> when().get("/readyz").then().statusCode(200));
  }

  @Test
  void theStatusTellsOfEveryTarget() {
    when()
        .get("/api/v1/status")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("version", not(containsString("@")))
        .body("targets", hasSize(1))
        .body("targets[0].target", matchesPattern("http://127\\.0\\.0\\.1:\\d+/-/reload"))
        .body("targets[0].state", equalTo("in-sync"))
        .body("targets[0].reason", equalTo(""))
        .body("targets[0].since", matchesPattern("20.*Z"))
        .body("targets[0].attempted", matchesPattern("[0-9a-f]{64}"))
        .body("targets[0].confirmed", matchesPattern("[0-9a-f]{64}"))
        .body("targets[0].provenAt", matchesPattern("20.*Z"))
        .body("targets[0]", hasKey("nextAttemptAt"));
  }

  @Test
  void aSidecarHasNoReplicas() {
    when()
        .get("/api/v1/status")
        .then()
        .body("keySet()", contains("version", "targets", "diagnoses"));
    given().header("Stoker-Leader", "another").get("/api/v1/status").then().statusCode(421);
  }

  @Test
  void theJournalTellsOfEveryCycle() {
    when()
        .get("/api/v1/reloads")
        .then()
        .statusCode(200)
        .body("size()", greaterThan(0))
        .body("trigger[-1]", equalTo("start"))
        .body("outcome[-1]", equalTo("proven"))
        .body("state[-1]", equalTo("in-sync"))
        .body("files[-1]", equalTo(1))
        .body("attempts[-1]", equalTo(1))
        .body("changedFiles[-1]", notNullValue())
        .body("stages[-1].keySet()", contains("read", "ready", "reload", "verify", "reread"))
        .body("fingerprint", everyItem(matchesPattern("[0-9a-f]{64}")));
  }

  @Test
  void oneCycleCanBeAskedFor() {
    int id = when().get("/api/v1/reloads").path("id[0]");

    when().get("/api/v1/reloads/" + id).then().statusCode(200).body("id", equalTo(id));
    when().get("/api/v1/reloads/999999").then().statusCode(404);
    when().get("/api/v1/reloads/x").then().statusCode(404);
  }

  @Test
  void probesSayThatAllIsWell() {
    when().get("/healthz").then().statusCode(200).body("", equalTo(Map.of("status", "up")));
    when().get("/livez").then().statusCode(200).body("status", equalTo("up"));
    when().get("/readyz").then().statusCode(200).body("status", equalTo("up"));
  }

  @Test
  void credentialsAreShownNowhere() {
    for (String path : new String[] {"/api/v1/status", "/api/v1/reloads", "/metrics", "/readyz"}) {
      given().get(path).then().body(not(containsString("hunter2")));
    }
  }
}
