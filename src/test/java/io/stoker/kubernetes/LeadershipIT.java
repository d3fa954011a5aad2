package io.stoker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.SilentProxy;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas and a Lease on a real API server. */
@OnApiServer
class LeadershipIT {
  /** Ten times what a failover takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(140);

  private final Replica.Log log = new Replica.Log();
  private KubernetesApi api;
  private ObjectName lease;

  @BeforeEach
  void enter(KubernetesApi shared) {
    api = shared;
    lease = new ObjectName(shared.namespace(), "stoker");
    shared.serviceAccount(lease.namespace(), "watcher", ClusterObjects.LEASES);
  }

  @Test
  void oneOfTwoLeadsAndTheOtherFollowsWhenItIsStopped() {
    try (var first = replica("first")) {
      until("the first leads", first::leads);
      try (var second = replica("second")) {
        until("the second knows", () -> second.leader().filter("first"::equals).isPresent());
        assertThat(second.leadersStatus()).contains(Replica.STATUS);

        first.stop();
        until("the second leads", second::leads);
        assertThat(log.lines()).containsExactly("first gained", "first lost", "second gained");
        assertThat(lease().getSpec().getLeaseTransitions()).isEqualTo(1);
      }
    }
    assertThat(log.mostLeaders()).isEqualTo(1);
    assertThat(lease().getSpec().getHolderIdentity()).isEmpty();
    assertThat(lease().getMetadata().getAnnotations()).isEmpty();
  }

  @Test
  void oneThatIsCutOffGivesUpBeforeTheOtherLeadsAndGetsItBackLater() {
    assumeThat(KubernetesApi.given()).as("a given cluster may not be on this machine").isEmpty();
    try (var proxy = proxy();
        var first = replica("first", proxy)) {
      until("the first leads", first::leads);
      try (var second = replica("second")) {
        until("the second knows", () -> second.leader().isPresent());

        proxy.cutOff();
        until("the second leads", second::leads);
        assertThat(log.lines()).containsExactly("first gained", "first lost", "second gained");

        proxy.mend();
        until("the first knows", () -> first.leader().filter("second"::equals).isPresent());
      }
      until("the first leads again", first::leads);
    }
    assertThat(log.mostLeaders()).isEqualTo(1);
  }

  @Test
  void aConnectionThatGoesSilentDoesNotCostTheLead() {
    assumeThat(KubernetesApi.given()).as("a given cluster may not be on this machine").isEmpty();
    try (var proxy = proxy();
        var only = replica("only", proxy)) {
      until("it leads", only::leads);

      proxy.silence();
      var before = lease().getSpec().getRenewTime();
      until(
          "the lease is renewed",
          () -> lease().getSpec().getRenewTime().isAfter(before.plusSeconds(4)));
      assertThat(log.lines()).containsExactly("only gained");
    }
  }

  @Test
  void withoutTheRightItTellsTheRuleAndLeadsOnceItIsGiven() {
    api.allow(lease.namespace(), "watcher");
    try (var only = replica("only")) {
      until("it tells why", () -> only.failure().isPresent());
      assertThat(only.failure().orElseThrow())
          .contains("[\"coordination.k8s.io\"], resources: [leases], verbs: [get, create, update]");

      api.allow(lease.namespace(), "watcher", ClusterObjects.LEASES);
      until("it leads", only::leads);
      assertThat(only.failure()).isEmpty();
    }
  }

  private Replica replica(String name) {
    return new Replica(name, lease, api.bearer(token()), log);
  }

  private Replica replica(String name, SilentProxy proxy) {
    return new Replica(name, lease, Bearers.behind(proxy, api, token()), log);
  }

  private SilentProxy proxy() {
    return SilentProxy.before(api.administrator().getMasterUrl().getPort());
  }

  private String token() {
    return api.token(lease.namespace(), "watcher");
  }

  private Lease lease() {
    return api.administrator().leases().inNamespace(lease.namespace()).withName(lease.name()).get();
  }

  private static void until(String what, Callable<Boolean> condition) {
    await(what).atMost(PATIENCE).until(condition);
  }
}
