package io.stoker.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.Http;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.ReloadableProcess;
import io.stoker.testbed.RoutedAddress;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker watch} and a real Alertmanager: by its own profile, and by none. */
@OnApiServer
class WatchProfilesIT {
  private static final String FILE = "alertmanager.yml";
  private static final String RELOAD = "reload=alertmanager";

  @TempDir Path folder;
  private WatchedNamespace namespace;
  private KubeletVolume volume;
  private ReloadableProcess alertmanager;

  @BeforeEach
  void start(KubernetesApi api) {
    namespace = new WatchedNamespace(api, folder);
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(FILE, config("start")));
    String address = RoutedAddress.ensure();
    alertmanager = ReloadableProcess.alertmanager(folder, volume.path(FILE), address);
    namespace.publish("alertmanager-0", "alertmanager", address, alertmanager.port());
  }

  @AfterEach
  void stop() {
    namespace.close();
    alertmanager.close();
  }

  @Test
  void anAlertmanagerIsProvenByTheHashOfItsFile() {
    write("start", "profile=alertmanager");
    StokerProcess watcher = namespace.watch();
    watcher.awaitTarget(StokerTarget::inSync);

    write("changed", "profile=alertmanager");
    watcher.awaitTarget(
        target ->
            target.state().equals("pending-kubelet")
                && target.reason().contains(FILE + " is not what Alertmanager runs"));
    var since = Instant.now();
    volume.put(FILE, config("changed"));

    watcher.awaitTarget(target -> target.provenAfter(since));
    assertRuns("changed");
  }

  @Test
  void whatCannotTellWhatItRunsIsReloadedUntilTheDeadlineAndThenUnverifiable() {
    var created = Instant.now();
    write("start", "profile=generic");
    StokerProcess watcher = namespace.watch("--deadline=5s");
    assertNotBefore(created, watcher.awaitState("unverifiable"));

    var changed = Instant.now();
    write("changed", "profile=generic");
    volume.put(FILE, config("changed"));
    watcher.awaitState("pending-kubelet");

    var target = watcher.awaitState("unverifiable");
    assertNotBefore(changed, target);
    assertThat(target.reason()).contains("profile generic do not tell what they run");
    assertRuns("changed");
  }

  private void write(String receiver, String profile) {
    namespace.write(Map.of(FILE, config(receiver)), RELOAD, profile);
  }

  /** The API server tells times of changes without their fractions of a second. */
  private static void assertNotBefore(Instant written, StokerTarget target) {
    assertThat(Duration.between(written, target.since())).isGreaterThan(Duration.ofSeconds(4));
  }

  private void assertRuns(String receiver) {
    assertThat(Http.get(alertmanager.url() + "/api/v2/status").body())
        .contains("receiver: " + receiver);
  }

  private static String config(String receiver) {
    return "route: {receiver: %1$s}\nreceivers: [{name: %1$s}]\n".formatted(receiver);
  }
}
