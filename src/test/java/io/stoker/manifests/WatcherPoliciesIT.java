package io.stoker.manifests;

import static io.stoker.manifests.Requests.INVALID;
import static io.stoker.manifests.Requests.NUDGE;
import static io.stoker.manifests.Requests.annotation;
import static io.stoker.manifests.Requests.assertRefused;
import static io.stoker.manifests.Requests.tryToPatch;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.Rights;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The admission policies of the watcher: of pods it may change the nudge, of ConfigMaps the status,
 * wherever a Role lets it patch them at all.
 */
@OnApiServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatcherPoliciesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LABEL = "metadata: {labels: {example.com/team: other}}";
  private static final String STATUS = annotation("stoker.io/status", "2 of 2 live");

  private KubernetesApi api;
  private Watchers watchers;
  private KubernetesClient watcher;
  private Pod pod;
  private ConfigMap configMap;

  @BeforeAll
  void enter(KubernetesApi shared) {
    api = shared;
    watchers = Watchers.in(shared);
    api.serviceAccount(
        watchers.namespace(), Watchers.ACCOUNT, Rights.PODS, Rights.rule("configmaps", "patch"));
    pod = watchers.createPod(watchers.namespace());
    configMap = watchers.createConfigMap(watchers.namespace());
    watcher = watchers.client();
    awaitAllowed(pod, LABEL);
    awaitAllowed(configMap, LABEL);
    watchers.apply("ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding");
    awaitRefused(pod);
    awaitRefused(configMap);
  }

  @AfterAll
  void leave() {
    watchers.deletePolicies();
    watcher.close();
  }

  @Test
  void aPodMayBeNudgedAndAStatusWritten() {
    tryToPatch(watcher, pod, NUDGE);
    tryToPatch(watcher, configMap, STATUS);
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
          not the spec | spec: {containers: [{name: stoker, image: 'example.com/other:1'}]}
          not the spec | spec: {activeDeadlineSeconds: 60}
          """)
  void nothingElseOfAPodMayBeChanged(String reason, String patch) {
    assertOnlyRefusedByThePolicy(reason, pod, patch);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not what    | data: {prometheus.yml: 'global: {scrape_interval: 1s}'}
          not what    | data: {other.yml: ''}
          not what    | data: null
          not what    | binaryData: {other.yml.gz: aGk=}
          not what    | immutable: true
          not labels  | metadata: {labels: {example.com/team: other}}
          not labels  | metadata: {finalizers: [example.com/keep]}
          not labels  | metadata: {ownerReferences: [{apiVersion: v1, kind: Pod, name: a, uid: b}]}
          not another | metadata: {annotations: {stoker.io/reload: other}}
          not another | metadata: {annotations: {stoker.io/reload: null}}
          not another | metadata: {annotations: {stoker.io/status: now, example.com/new: here}}
          """)
  void nothingElseOfAConfigMapMayBeChanged(String reason, String patch) {
    assertOnlyRefusedByThePolicy(reason, configMap, patch);
  }

  @Test
  void inAnotherNamespaceItIsTheSame() {
    String elsewhere = api.namespace();
    Pod there = watchers.createPod(elsewhere);
    api.administrator()
        .resource(Rights.bound(elsewhere, Watchers.ACCOUNT, watchers.namespace()))
        .create();
    api.administrator().resource(Rights.role(elsewhere, Watchers.ACCOUNT, Rights.PODS)).create();

    awaitAllowed(there, NUDGE);
    assertOnlyRefusedByThePolicy("not labels", there, LABEL);
  }

  private void assertOnlyRefusedByThePolicy(String reason, HasMetadata resource, String patch) {
    tryToPatch(api.administrator(), resource, patch);

    assertRefused(INVALID, reason, () -> tryToPatch(watcher, resource, patch));
  }

  /** Rules and policies come into force a moment after they were written. */
  private void awaitAllowed(HasMetadata resource, String patch) {
    await("the Role is in force")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThatNoException().isThrownBy(() -> tryToPatch(watcher, resource, patch)));
  }

  private void awaitRefused(HasMetadata resource) {
    await("the policy is in force")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertRefused(
                    INVALID, watchers.namespace(), () -> tryToPatch(watcher, resource, LABEL)));
  }
}
