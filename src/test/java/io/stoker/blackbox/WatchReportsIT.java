package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static io.stoker.blackbox.Texts.badMain;
import static io.stoker.blackbox.Texts.main;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.Rights;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the authors of ConfigMaps, and those who give rights, are told. */
class WatchReportsIT extends WatchCase {

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
  void aMisspelledAnnotationIsAnsweredByAnEvent() {
    service.write(main("start"), "relaod=prometheus");
    service.watch();

    awaitEvent("CannotReload", "did you mean stoker.io/reload?");
  }

  @Test
  void theResultIsWrittenIntoTheConfigMapIfItsAuthorWantsThat() {
    service.allow(Rights.watcher(Rights.rule("configmaps", "patch")));
    service.write(main("start"), WISH, "status=wanted");
    awaitAll(service.watch(), StokerTarget::inSync);

    Patience.await("the status is written")
        .until(() -> service.annotation("stoker.io/status").orElse("").startsWith("2 of 2 live"));
  }

  @Test
  void withoutTheRightToNudgeTheMissingRuleIsNamedAndAllElseGoesOn() {
    service.allow(
        Rights.rule("configmaps", "get", "list", "watch"),
        Rights.SLICES,
        Rights.rule("pods", "get"),
        Rights.LEASES);
    StokerProcess watcher = awaitAll(service.watch("--deadline=10s"), StokerTarget::inSync);

    var since = Instant.now();
    service.write(main("changed"), WISH);
    service.mount(main("changed"));

    awaitAll(watcher, target -> target.provenAfter(since));
    assertThat(watcher.log())
        .contains("cannot nudge kubelets", "resources: [pods], verbs: [patch]")
        .contains("cannot write Events", "resources: [events]");
  }
}
