package io.stoker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApiFailuresTest {
  @Test
  void aMissingRightIsShownAsTheRuleThatGivesIt() {
    assertThat(ApiFailures.cause(refusal(403, "forbidden"), ApiFailures.PODS))
        .contains("Role", "resources: [pods], verbs: [get, patch]");
  }

  @Test
  void whatAnAdmissionPolicySaysIsPassedOn() {
    assertThat(ApiFailures.cause(refusal(422, "denied: not your pod"), ApiFailures.PODS))
        .contains("denied: not your pod");
  }

  @Test
  void whatIsWrongWithARequestIsPassedOn() {
    assertThat(ApiFailures.cause(refusal(400, "unable to parse requirement"), ApiFailures.PODS))
        .contains("unable to parse requirement");
  }

  @Test
  void aTokenThatIsNotAcceptedIsToldWithWhoRenewsIt() {
    assertThat(ApiFailures.cause(refusal(401, "Unauthorized"), ApiFailures.PODS))
        .contains("token (401)", "expired", "kubelet", "created anew");
  }

  @Test
  void requestsThatAreTurnedAwayAreToldWithWhereToLook() {
    assertThat(ApiFailures.cause(refusal(429, "Too Many Requests"), ApiFailures.PODS))
        .contains("429", "API Priority and Fairness", "again later", "flowschemas");
  }

  @Test
  void aServerThatDoesNotAnswerIsToldWithTheFirstCause() {
    var failure = new KubernetesClientException("asking", new IOException("connection refused"));

    assertThat(ApiFailures.cause(failure, ApiFailures.PODS))
        .contains("does not answer", "connection refused");
  }

  @Test
  void otherAnswersAreToldByTheirCode() {
    assertThat(ApiFailures.cause(refusal(500, "oops"), ApiFailures.PODS)).contains("500");
  }

  private static RuntimeException refusal(int code, String message) {
    var status = new StatusBuilder().withCode(code).withMessage(message).build();
    return new IllegalStateException(new KubernetesClientException(status));
  }
}
