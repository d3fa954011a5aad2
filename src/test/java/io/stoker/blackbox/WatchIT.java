package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.main;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.blackbox.WatchedService.Member;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How changes reach the pods behind a Service. */
class WatchIT extends WatchCase {

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
  void whereLabelsAreGivenOnlyAConfigMapThatHasThemIsReloadedFor() {
    StokerProcess watcher = service.watch("--selector=app=prometheus,!test");
    Patience.await("all that is there is known")
        .until(() -> watcher.get("/readyz").status() == 200);
    assertThat(watcher.targets()).isEmpty();

    service.label("app", "prometheus");

    awaitAll(watcher, StokerTarget::inSync);
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

  /** What kubelets do once they are nudged. */
  private void bring(String revision) {
    for (Member member : service.members()) {
      Patience.await("the kubelet of " + member.pod() + " is nudged")
          .until(() -> service.nudge(member).isPresent());
    }
    service.mount(main(revision));
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
