package io.stoker.manifests;

import static io.stoker.manifests.Requests.INVALID;
import static io.stoker.manifests.Requests.NUDGE;
import static io.stoker.manifests.Requests.annotation;
import static io.stoker.manifests.Requests.assertRefused;
import static io.stoker.manifests.Requests.patch;
import static io.stoker.manifests.Requests.tryToPatch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.Rights;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The admission policy of the manifests, under which Stoker may do nothing but nudge its pod. */
@OnApiServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPodPolicyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LABEL = "metadata: {labels: {example.com/team: other}}";

  private KubernetesApi api;
  private Sidecar sidecar;
  private Pod own;
  private KubernetesClient stoker;

  @BeforeAll
  void enter(KubernetesApi shared) {
    api = shared;
    sidecar = Sidecar.in(shared);
    sidecar.apply("ServiceAccount", "Role", "RoleBinding");
    own = sidecar.createPod(Sidecar.POD, Map.of("example.com/owner", "somebody"));
    stoker = sidecar.stokerIn(own);
    await("the Role is in force")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThatNoException().isThrownBy(() -> label(stoker)));
    sidecar.apply("ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding");
    await("the policy is in force")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertRefused(INVALID, sidecar.namespace(), () -> label(stoker)));
  }

  @AfterAll
  void leave() {
    sidecar.deletePolicy();
    stoker.close();
  }

  @Test
  void stokerMayNudgeItsOwnPodAgainAndAgain() {
    patch(stoker, own, NUDGE);
    patch(stoker, own, annotation("stoker.io/nudge", "later"));

    assertThat(api.administrator().resource(own).get().getMetadata().getAnnotations())
        .containsEntry("stoker.io/nudge", "later")
        .containsEntry("example.com/owner", "somebody");
  }

  @Test
  void stokerMayNudgeAPodThatHasNoAnnotations() {
    var bare = sidecar.createPod("bare", Map.of());
    try (var inside = sidecar.stokerIn(bare)) {
      patch(inside, bare, NUDGE);
    }

    assertThat(api.administrator().resource(bare).get().getMetadata().getAnnotations())
        .containsOnlyKeys("stoker.io/nudge");
  }

  @Test
  void stokerMayNotNudgeAnotherPod() {
    var other = sidecar.createPod("other", Map.of());

    refused("not bound to this pod", stoker, other, NUDGE);
  }

  @Test
  void aPodOfTheSameNameInAnotherNamespaceIsRefusedEvenIfARoleAllowsIt() {
    var namespace = api.namespace();
    var elsewhere = new Sidecar(api, namespace, Manifests.folder("sidecar", namespace));
    elsewhere.apply("ServiceAccount", "Role");
    var namesake = elsewhere.createPod(Sidecar.POD, Map.of());
    api.administrator().resource(elsewhere.bindRoleTo(sidecar)).create();

    await("the Role is in force there")
        .atMost(PATIENCE)
        .untilAsserted(() -> refused("not bound to this pod", stoker, namesake, NUDGE));
  }

  @Test
  void aTokenThatWasMadeForNoPodMayNotNudgeAny() {
    try (var outside = sidecar.stokerInNoPod()) {
      refused("not bound to this pod", outside, own, NUDGE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not labels  | metadata: {labels: {example.com/team: other}}
          not labels  | metadata: {labels: {app.kubernetes.io/name: null}}
          not labels  | metadata: {finalizers: [example.com/keep]}
          not labels  | metadata: {generateName: other-}
          not labels  | metadata: {ownerReferences: [{apiVersion: v1, kind: Pod, name: a, uid: b}]}
          not another | metadata: {annotations: {example.com/new: here}}
          not another | metadata: {annotations: {example.com/owner: other}}
          not another | metadata: {annotations: {example.com/owner: null}}
          not another | metadata: {annotations: {stoker.io/nudge: now, example.com/new: here}}
          not the spec | spec: {containers: [{name: prometheus, image: 'example.com/other:1'}]}
          not the spec | spec: {activeDeadlineSeconds: 60}
          """)
  void stokerMayNotChangeAnythingElseOfItsPod(String reason, String patch) {
    tryToPatch(api.administrator(), own, patch); // so it is the policy that refuses it

    refused(reason, stoker, own, patch);
  }

  @Test
  void nobodyElseIsConcerned() {
    api.serviceAccount(sidecar.namespace(), "another", Rights.PODS);
    try (var another = api.bearer(api.token(sidecar.namespace(), "another"))) {
      await("another may label the pod")
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThatNoException().isThrownBy(() -> label(another)));
    }
  }

  private void refused(String reason, KubernetesClient by, Pod pod, String patch) {
    assertRefused(INVALID, reason, () -> tryToPatch(by, pod, patch));
  }

  /** Rules and policies come into force a moment after they were written, as this shows. */
  private void label(KubernetesClient client) {
    tryToPatch(client, own, LABEL);
  }
}
