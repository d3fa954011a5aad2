package io.stoker.manifests;

import static io.stoker.manifests.Requests.FORBIDDEN;
import static io.stoker.manifests.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manifests let a watcher do: all that it needs, and no more. */
@OnApiServer
class WatcherRoleIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LEASES = "leases";

  private KubernetesApi api;
  private Watchers watchers;
  private KubernetesClient watcher;

  @BeforeEach
  void enter(KubernetesApi shared) {
    api = shared;
    watchers = Watchers.in(shared);
    watchers.apply("ServiceAccount", "RoleBinding");
    watchers.furnish(watchers.namespace());
    watcher = watchers.client();
  }

  @AfterEach
  void leave() {
    watcher.close();
  }

  @Test
  void theRoleAllowsAllThatAWatcherDoes() {
    watchers.apply("Role");

    awaitForbidden(watchers.namespace(), feature -> false);
  }

  @ParameterizedTest
  @MethodSource("rights")
  void aRightThatIsTakenAwayTakesWhatNeedsItAndNothingElse(String right) {
    assertThat(WatcherFeature.all()).anyMatch(feature -> feature.needs().contains(right));
    Role role = watchers.manifests().of(Role.class).getFirst();
    write(new RoleBuilder(role).withRules(without(right, role.getRules())).build());

    awaitForbidden(watchers.namespace(), feature -> feature.needs().contains(right));
  }

  @Test
  void leasesAreNamedWhereRulesCanNameThem() {
    watchers.apply("Role");
    awaitForbidden(watchers.namespace(), feature -> false);
    var leases = watcher.leases().inNamespace(watchers.namespace());

    assertForbidden(() -> leases.withName("another").get());
    assertForbidden(leases::list);
    assertForbidden(() -> leases.withName(WatcherFeature.PROOFS).delete());
  }

  @Test
  void whatIsNotNeededIsForbidden() {
    watchers.apply("Role");
    awaitForbidden(watchers.namespace(), feature -> false);
    var namespace = watchers.namespace();
    var configMap = watcher.configMaps().inNamespace(namespace).withName(Watchers.CONFIG);
    var pods = watcher.pods().inNamespace(namespace);

    assertForbidden(configMap::delete);
    assertForbidden(
        () -> configMap.patch(Requests.annotation("stoker.io/status", "not asked for")));
    assertForbidden(pods::list);
    assertForbidden(() -> pods.withName(Watchers.POD).delete());
    assertForbidden(() -> watcher.secrets().inNamespace(namespace).list());
    assertForbidden(() -> watcher.v1().events().inNamespace(namespace).list());
    assertForbidden(() -> watcher.configMaps().inAnyNamespace().list());
    awaitForbidden(furnished(), feature -> true);
  }

  @Test
  void inFurtherNamespacesItMayDoTheSameButKeepLeases() {
    String guest = furnished();
    Role role = guestRole("watcher-more-namespaces");
    write(new RoleBuilder(role).editMetadata().withNamespace(guest).endMetadata().build());
    Requests.apply(
        api.administrator(),
        Manifests.folder("watcher-more-namespaces", watchers.namespace())
            .ofKinds("RoleBinding")
            .stream()
            .filter(binding -> binding.getMetadata().getName().equals(role.getMetadata().getName()))
            .peek(binding -> binding.getMetadata().setNamespace(guest))
            .toList());

    awaitForbidden(guest, WatcherRoleIT::isOfLeases);
    awaitForbidden(watchers.namespace(), feature -> true);
  }

  @Test
  void clusterWideItMayDoTheSameButKeepLeases() {
    var everywhere = Manifests.folder("watcher-cluster-wide", watchers.namespace());
    var cluster = everywhere.ofKinds("ClusterRole", "ClusterRoleBinding");
    Requests.apply(api.administrator(), cluster);
    try {
      awaitForbidden(furnished(), WatcherRoleIT::isOfLeases);
      assertForbidden(() -> watcher.secrets().inAnyNamespace().list());
    } finally {
      cluster.forEach(resource -> api.administrator().resource(resource).delete());
    }
  }

  @Test
  void rulesAreTheSameWhereverTheyStand() {
    List<PolicyRule> own =
        watchers.manifests().of(Role.class).getFirst().getRules().stream()
            .filter(rule -> !rule.getResources().contains(LEASES))
            .toList();
    var clusterWide = Manifests.folder("watcher-cluster-wide", watchers.namespace());

    assertThat(clusterWide.of(ClusterRole.class).getFirst().getRules()).isEqualTo(own);
    assertThat(guestRole("watcher-more-namespaces").getRules()).isEqualTo(own);
  }

  /** All that the Role allows, such as {@code pods get}. */
  static Stream<String> rights() {
    var role = Manifests.file(Manifests.ROOT.resolve("watcher/role.yaml"), "anywhere");
    return role.of(Role.class).getFirst().getRules().stream()
        .flatMap(
            rule ->
                rule.getVerbs().stream().map(verb -> rule.getResources().getFirst() + " " + verb));
  }

  private static List<PolicyRule> without(String right, List<PolicyRule> rules) {
    String[] words = right.split(" ", 2);
    return rules.stream()
        .map(
            rule ->
                rule.getResources().equals(List.of(words[0]))
                    ? new PolicyRuleBuilder(rule).removeFromVerbs(words[1]).build()
                    : rule)
        .filter(rule -> !rule.getVerbs().isEmpty())
        .toList();
  }

  private Role guestRole(String folder) {
    return Manifests.folder(folder, watchers.namespace()).of(Role.class).stream()
        .filter(role -> role.getMetadata().getName().equals("stoker-watch-guest"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOfLeases(WatcherFeature feature) {
    return feature.needs().stream().anyMatch(need -> need.startsWith(LEASES));
  }

  private String furnished() {
    String namespace = api.namespace();
    watchers.furnish(namespace);
    return namespace;
  }

  private void write(Role role) {
    Requests.apply(api.administrator(), List.of(role));
  }

  /** A Role comes into force a moment after it was written. */
  private void awaitForbidden(String namespace, Predicate<WatcherFeature> wanted) {
    var forbidden = WatcherFeature.all().stream().filter(wanted).map(WatcherFeature::name).toList();
    await("forbidden in " + namespace)
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(WatcherFeature.all())
                    .filteredOn(feature -> feature.isForbidden(watcher, namespace))
                    .extracting(WatcherFeature::name)
                    .isEqualTo(forbidden));
  }

  private static void assertForbidden(ThrowingCallable request) {
    assertRefused(FORBIDDEN, "orbidden", request);
  }
}
