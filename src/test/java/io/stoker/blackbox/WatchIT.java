package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static io.stoker.blackbox.Texts.badMain;
import static io.stoker.blackbox.Texts.main;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.blackbox.WatchedService.Member;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.Rights;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker watch} on a real API server, with two real Prometheus behind one Service. */
@OnApiServer
class WatchIT {
  private static final String WISH = "reload=prometheus";

  @TempDir Path folder;
  private WatchedService service;

  @BeforeEach
  void startTwo(KubernetesApi api) {
    service = new WatchedService(api, folder);
    service.write(main("start"), WISH);
    service.join("prometheus-0", main("start"));
    service.join("prometheus-1", main("start"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void oneAnnotationIsEnoughForEveryPodBehindTheServiceToRunAChange() {
    StokerProcess watcher = awaitAll(service.watch(), StokerTarget::inSync);

    var since = Instant.now();
    service.write(main("changed"), WISH);
    bring("changed");

    awaitAll(watcher, target -> target.provenAfter(since));
    service.awaitRuns("changed");
    assertThat(watcher.get("/api/v1/status").body())
        .contains("\"" + service.namespace() + "/prometheus-config\"");
    assertThat(watcher.get("/metrics").body())
        .contains("stoker_targets{state=\"in-sync\"} 2.0")
        .contains("/prometheus/prometheus-1\",state=\"in-sync\"} 1.0");
    awaitEvent("ConfigReloaded", "runs the configuration");
  }

  @Test
  void aChangeWaitsForTheKubeletAndIsNeverCalledLiveBefore() {
    StokerProcess watcher = awaitAll(service.watch(), StokerTarget::inSync);

    service.write(main("changed"), WISH);
    Patience.await("a volume is waited for")
        .until(() -> watcher.targets().stream().anyMatch(t -> t.state().equals("pending-kubelet")));
    Patience.await("a pod is reloaded in vain")
        .until(() -> service.members().stream().anyMatch(m -> m.prometheus().reloads() > 1));
    assertThat(watcher.targets()).noneMatch(target -> target.provenAfter(Instant.now()));
    var since = Instant.now();
    service.mount(main("changed"));

    awaitAll(watcher, target -> target.provenAfter(since));
    service.awaitRuns("changed");
  }

  @Test
  void aRefusalIsToldToTheAuthorWithItsReason() {
    StokerProcess watcher = awaitAll(service.watch(), StokerTarget::inSync);

    service.write(badMain("bad"), WISH);
    service.mount(badMain("bad"));

    awaitAll(watcher, target -> target.state().equals("rejected"));
    awaitEvent("ConfigRejected", MAIN + ":3: ");
    assertThat(watcher.get("/api/v1/status?state=rejected&limit=1").body()).contains("\"next\":\"");
    assertThat(watcher.get("/api/v1/status?state=in-sync").body()).contains("\"targets\":[]");
  }

  @Test
  void aConfigMapThatIsDeletedAndCreatedAnewIsLiveInBoth() {
    StokerProcess watcher = awaitAll(service.watch(), StokerTarget::inSync);

    service.delete();
    awaitAll(watcher, target -> target.state().equals("source-missing"));
    var since = Instant.now();
    service.write(main("changed"), WISH);
    service.mount(main("changed"));

    awaitAll(watcher, target -> target.provenAfter(since));
    service.awaitRuns("changed");
  }

  @Test
  void aMisspelledAnnotationIsAnsweredByAnEvent() {
    service.write(main("start"), "relaod=prometheus");
    service.watch();

    awaitEvent("CannotReload", "did you mean stoker.io/reload?");
  }

  @Test
  void aWatcherThatStartsAnewReloadsNothingThatIsProven() {
    StokerProcess watcher = awaitAll(service.watch(), StokerTarget::inSync);
    Patience.await("the proofs are kept")
        .until(() -> proofs().lines().count() == service.members().size());
    int before = reloads();

    watcher.stop();
    watcher.start();
    awaitAll(watcher, StokerTarget::inSync);
    assertThat(reloads()).isEqualTo(before);

    service.write(main("changed"), WISH);
    service.mount(main("changed"));
    service.awaitRuns("changed");
  }

  @Test
  void theOtherReplicaTakesOverAndLosesNoChange() {
    StokerProcess first = awaitAll(service.watch(), StokerTarget::inSync);
    StokerProcess second = service.watch();
    awaitAll(second, target -> target.state().equals("starting"));

    first.kill();
    service.write(main("changed"), WISH);
    service.mount(main("changed"));

    awaitAll(second, StokerTarget::inSync);
    service.awaitRuns("changed");
  }

  @Test
  void aPodThatComesIsCaughtAndOneThatGoesIsForgotten() {
    StokerProcess watcher = awaitAll(service.watch(), StokerTarget::inSync);

    service.leave(service.members().getFirst());
    service.join("prometheus-2", main("older"));
    var since = Instant.now();
    service.mount(main("start"));

    Patience.await("the new pod is proven")
        .until(
            () ->
                watcher.targets().stream()
                    .anyMatch(t -> t.target().endsWith("prometheus-2") && t.provenAfter(since)));
    assertThat(watcher.targets()).noneMatch(target -> target.target().endsWith("prometheus-0"));
  }

  @Test
  void theResultIsWrittenIntoTheConfigMapIfItsAuthorWantsThat() {
    service.allow(
        Rights.rule("configmaps", "get", "list", "watch", "patch"),
        WatchedService.rule("discovery.k8s.io", "endpointslices", "get", "list", "watch"),
        Rights.PODS,
        Rights.EVENTS,
        WatchedService.rule("coordination.k8s.io", "leases", "get", "create", "update", "patch"));
    service.write(main("start"), WISH, "status=wanted");
    awaitAll(service.watch(), StokerTarget::inSync);

    Patience.await("the status is written")
        .until(() -> service.annotation("stoker.io/status").orElse("").startsWith("2 of 2 live"));
  }

  @Test
  void withoutTheRightToNudgeTheMissingRuleIsNamedAndAllElseGoesOn() {
    service.allow(
        Rights.rule("configmaps", "get", "list", "watch"),
        WatchedService.rule("discovery.k8s.io", "endpointslices", "get", "list", "watch"),
        Rights.rule("pods", "get"),
        WatchedService.rule("coordination.k8s.io", "leases", "get", "create", "update", "patch"));
    StokerProcess watcher = awaitAll(service.watch(), StokerTarget::inSync);

    var since = Instant.now();
    service.write(main("changed"), WISH);
    service.mount(main("changed"));

    awaitAll(watcher, target -> target.provenAfter(since));
    assertThat(watcher.log())
        .contains("cannot nudge kubelets", "resources: [pods], verbs: [patch]")
        .contains("cannot write Events", "resources: [events]");
  }

  /** Waits until each pod's target is as wanted. */
  private StokerProcess awaitAll(StokerProcess watcher, Predicate<StokerTarget> wanted) {
    Patience.await("all targets are as wanted")
        .until(
            watcher::targets,
            targets ->
                targets.size() == service.members().size() && targets.stream().allMatch(wanted));
    return watcher;
  }

  /** What kubelets do once they are nudged. */
  private void bring(String revision) {
    for (Member member : service.members()) {
      Patience.await("the kubelet of " + member.pod() + " is nudged")
          .until(() -> service.nudge(member).isPresent());
    }
    service.mount(main(revision));
  }

  private void awaitEvent(String reason, String message) {
    Patience.await("an Event " + reason)
        .until(
            () ->
                service.events().stream()
                    .filter(event -> event.getInvolvedObject().getKind().equals("ConfigMap"))
                    .filter(event -> event.getInvolvedObject().getUid() != null)
                    .anyMatch(
                        event ->
                            event.getReason().equals(reason)
                                && event.getMessage().contains(message)));
  }

  private int reloads() {
    return service.members().stream()
        .mapToInt(member -> member.prometheus().client().reloadRequests())
        .sum();
  }

  private String proofs() {
    return service
        .api()
        .administrator()
        .leases()
        .inNamespace(service.namespace())
        .withName("stoker-watch-proofs")
        .get()
        .getMetadata()
        .getAnnotations()
        .get("stoker.io/proofs");
  }
}
