package io.stoker.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Requests as users and Stoker send them, and how the API server refuses them. */
final class Requests {
  /** No rule of RBAC allows it, or the namespace's Pod Security forbids it. */
  static final int FORBIDDEN = 403;

  /** An admission policy says no. */
  static final int INVALID = 422;

  /** What Stoker asks of its pod. */
  static final String NUDGE = annotation("stoker.io/nudge", "2026-11-25T04:30:00Z");

  private static final PatchContext PATCH =
      new PatchContext.Builder().withPatchType(PatchType.STRATEGIC_MERGE).build();

  private Requests() {}

  static void apply(KubernetesClient client, List<? extends HasMetadata> resources) {
    resources.forEach(
        resource ->
            client
                .resource(resource)
                .fieldManager("stoker-test")
                .forceConflicts()
                .serverSideApply());
  }

  /** Has the API server judge a resource, each field of it, without keeping it. */
  static void dryRun(KubernetesClient client, GenericKubernetesResource resource) {
    client
        .resource(resource)
        .dryRun()
        .fieldValidation(Validation.STRICT)
        .fieldManager("stoker-test")
        .forceConflicts()
        .serverSideApply();
  }

  static String annotation(String key, String value) {
    return "{\"metadata\": {\"annotations\": {\"%s\": \"%s\"}}}".formatted(key, value);
  }

  static void patch(KubernetesClient client, Pod pod, String patch) {
    client.resource(pod).patch(PATCH, json(patch));
  }

  /** Patches something, without keeping the change. */
  static void tryToPatch(KubernetesClient client, HasMetadata resource, String patch) {
    client.resource(resource).dryRun().patch(PATCH, json(patch));
  }

  private static String json(String yaml) {
    return Serialization.asJson(Serialization.<Object>unmarshal(yaml, Object.class));
  }

  static void assertRefused(int code, String reason, ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(code))
        .hasMessageContaining(reason);
  }
}
