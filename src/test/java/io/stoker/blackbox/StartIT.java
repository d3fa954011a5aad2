package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.FileTree;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Stoker starts before the others are there. */
@OnChosenPrometheus
class StartIT {
  @Parameter Tool version;

  private KubeletVolume volume;
  private Pod pod;

  /** Prometheus has run with the file, and does no more; Stoker never has. */
  @BeforeEach
  void stage(@TempDir Path folder) {
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    var prometheus = Pod.prometheus(version, folder, volume.path(MAIN)).start().awaitReady();
    var setup = StokerSetup.beside(prometheus, volume.path(MAIN), folder.resolve("stoker"));
    prometheus.stop();
    pod = new Pod(prometheus, setup.start());
  }

  @AfterEach
  void stop() {
    pod.close();
  }

  @Test
  void provesWhatWasWrittenWhilePrometheusWasDownAndKeepsTheLogQuiet() {
    assertThat(pod.stoker().awaitState("unreachable").reason()).isNotBlank();
    volume.put(MAIN, Texts.main("meanwhile-1"));
    volume.put(MAIN, Texts.main("meanwhile-2"));
    double tries = pod.cycles("unreachable");
    Patience.await("it is tried again").until(() -> pod.cycles("unreachable") > tries + 2);

    var up = Instant.now();
    pod.prometheus().start();

    pod.awaitProven("meanwhile-2", up);
    pod.awaitNothingFoundAfter(volume::rewrite);
    assertThat(pod.reloads()).isEqualTo(1);
    assertThat(cyclesLogged())
        .as("one line for each content, however many tries")
        .hasSizeLessThanOrEqualTo(5);
    assertThat(pod.stoker().log()).doesNotContain("\tat ").doesNotContain("Exception");
  }

  @Test
  void waitsForAConfigThatIsNotThereYet() {
    pod.prometheus().start();
    pod.prometheus().awaitReady();
    pod.stoker().awaitState("in-sync");
    pod.stoker().stop();
    var content = volume.files();
    FileTree.delete(volume.folder());
    pod.stoker().start();

    var target = pod.stoker().awaitState("source-missing");
    assertThat(target.reason()).contains(volume.folder().toString()).contains("does not exist");
    assertThat(pod.stoker().get("/readyz").status()).isEqualTo(503);
    assertThat(pod.stoker().get("/readyz").body()).contains("source-missing");
    assertThat(pod.reloads()).isEqualTo(1);

    var written = Instant.now();
    KubeletVolume.create(volume.folder(), content);

    pod.awaitProven("start", written);
    assertThat(pod.reloads()).isEqualTo(2);
    assertThat(pod.stoker().get("/readyz").ok()).isTrue();
  }

  private List<String> cyclesLogged() {
    return pod.stoker().log().lines().filter(line -> line.contains("outcome=")).toList();
  }
}
