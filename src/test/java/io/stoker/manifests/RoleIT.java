package io.stoker.manifests;

import static io.stoker.manifests.Requests.FORBIDDEN;
import static io.stoker.manifests.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Role of the manifests: all that Stoker needs, and no more. */
@OnApiServer
class RoleIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private KubernetesApi api;
  private Sidecar sidecar;
  private KubernetesClient stoker;

  @BeforeEach
  void enter(KubernetesApi shared) {
    api = shared;
    sidecar = Sidecar.in(shared);
    sidecar.apply("ServiceAccount", "RoleBinding", "ConfigMap");
    stoker = sidecar.stokerIn(sidecar.createPod(Sidecar.POD, Map.of()));
  }

  @AfterEach
  void leave() {
    stoker.close();
  }

  @Test
  void theRoleAllowsAllThatStokerDoes() {
    write(role());

    for (Feature feature : Feature.all()) {
      awaitWorking(feature);
    }
  }

  @ParameterizedTest
  @MethodSource("io.stoker.manifests.Feature#all")
  void aRuleThatIsTakenAwayTakesItsFeatureAndNoOther(Feature lost) {
    write(new RoleBuilder(role()).withRules(rulesWithout(lost)).build());

    for (Feature feature : Feature.all()) {
      if (feature.equals(lost)) {
        feature.requests().forEach(r -> assertForbidden(() -> r.send(stoker, sidecar.namespace())));
      } else {
        awaitWorking(feature);
      }
    }
  }

  @Test
  void theAccountHasTheRulesOfTheRoleAndOtherwiseWhatEveryAccountHas() {
    api.serviceAccount(sidecar.namespace(), "anybody");
    write(role());
    awaitWorking(Feature.WRITING_EVENTS);
    try (var anybody = api.bearer(api.token(sidecar.namespace(), "anybody"))) {
      assertThat(rights(stoker))
          .containsAll(rights(anybody))
          .filteredOn(right -> !rights(anybody).contains(right))
          .containsExactlyInAnyOrder(
              "[configmaps] [prometheus-config] [get, list, watch]",
              "[pods] [] [get, patch]",
              "[events] [] [create]");
    }
  }

  @Test
  void theManifestsOfTheSidecarGiveNoRightsOutsideTheirNamespace() {
    assertThat(sidecar.manifests().ofKinds("ClusterRole", "ClusterRoleBinding")).isEmpty();
    assertThat(sidecar.manifests().ofKinds("Role", "RoleBinding"))
        .hasSize(2)
        .allSatisfy(
            resource ->
                assertThat(resource.getMetadata().getNamespace()).isEqualTo(sidecar.namespace()));
  }

  @Test
  void whatIsNotNeededIsForbidden() {
    write(role());
    awaitWorking(Feature.WRITING_EVENTS);
    var namespace = sidecar.namespace();
    var configMaps = stoker.configMaps().inNamespace(namespace);
    var pods = stoker.pods().inNamespace(namespace);

    assertForbidden(configMaps::list);
    assertForbidden(() -> configMaps.withName("another").get());
    assertForbidden(() -> configMaps.withName(Sidecar.CONFIG).delete());
    assertForbidden(pods::list);
    assertForbidden(() -> pods.withName("own").delete());
    assertForbidden(() -> stoker.secrets().inNamespace(namespace).list());
    assertForbidden(() -> stoker.pods().inNamespace(api.namespace()).withName("own").get());
    assertForbidden(() -> stoker.pods().inAnyNamespace().list());
  }

  private Role role() {
    return sidecar.manifests().of(Role.class).getFirst();
  }

  private void write(Role role) {
    Requests.apply(api.administrator(), List.of(role));
  }

  private List<PolicyRule> rulesWithout(Feature lost) {
    var all = role().getRules();
    var left = all.stream().filter(rule -> !rule.getResources().contains(lost.resource())).toList();
    assertThat(left).hasSize(all.size() - 1);
    return left;
  }

  /** What the API server itself says that this client may do here. */
  private List<String> rights(KubernetesClient client) {
    var review =
        new SelfSubjectRulesReviewBuilder()
            .withNewSpec()
            .withNamespace(sidecar.namespace())
            .endSpec()
            .build();
    var rules = client.authorization().v1().selfSubjectRulesReview().create(review).getStatus();
    return rules.getResourceRules().stream()
        .map(
            rule ->
                "%s %s %s".formatted(rule.getResources(), rule.getResourceNames(), rule.getVerbs()))
        .toList();
  }

  /** A Role comes into force a moment after it was written. */
  private void awaitWorking(Feature feature) {
    await(feature + " works")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatNoException().isThrownBy(() -> feature.use(stoker, sidecar.namespace())));
  }

  private static void assertForbidden(ThrowingCallable request) {
    assertRefused(FORBIDDEN, "orbidden", request);
  }
}
