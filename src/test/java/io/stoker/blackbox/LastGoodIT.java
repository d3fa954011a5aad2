package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prometheus has refused what is on disk, and starts again all the same. */
@OnChosenPrometheus
class LastGoodIT {
  private static final String RULES = "rules/some.yml";

  @Parameter Tool version;
  @TempDir Path folder;

  private Path kept;
  private KubeletVolume volume;
  private Pod pod;

  @BeforeEach
  void start() {
    kept = folder.resolve("kept");
    volume =
        KubeletVolume.create(
            folder.resolve("config"), Map.of(MAIN, Texts.main("good"), RULES, Texts.rules("good")));
    var handed = kept.resolve("current").resolve(Path.of("/").relativize(volume.path(MAIN)));
    assertThat(handOver("before the first start")).contains("leads to the live configuration");
    PrometheusProcess prometheus = Pod.prometheus(version, folder, handed).start().awaitReady();
    pod =
        new Pod(
            prometheus,
            StokerSetup.beside(prometheus, volume.path(MAIN), folder.resolve("stoker"))
                .with("--keep-last-good=" + kept, "--min-gap=0s")
                .start());
    pod.stoker().awaitState("in-sync");
    Patience.await("it is kept").until(() -> Files.exists(kept.resolve("good-000001/manifest")));
  }

  @AfterEach
  void stop() {
    pod.close();
  }

  /** The whole pod goes, as when a node is drained; the folder stays. */
  @ParameterizedTest
  @ValueSource(strings = {"main", "rules"})
  void aNewPodStartsWithTheLastGoodConfigurationInsteadOfCrashing(String what) throws IOException {
    refuse(what);
    pod.stoker().kill();
    pod.prometheus().kill();
    assertCrashesWithTheLiveFiles();
    Files.delete(kept.resolve("current"));

    assertThat(handOver("after " + what))
        .contains("level=error", "LAST GOOD", "refused the current one");
    pod.prometheus().start();
    pod.prometheus().awaitReady();
    assertThat(pod.runs("good")).isTrue();
    assertThat(pod.evaluates("good")).isTrue();

    pod.stoker().start();
    assertThat(pod.stoker().awaitState("rejected").restartUnsafe()).isTrue();
    mend();
  }

  /** Only Prometheus' container is restarted, before which nothing else is run. */
  @Test
  void aRestartedPrometheusStartsWithTheLastGoodConfigurationInsteadOfCrashing() {
    refuse("main");
    pod.prometheus().kill();
    assertCrashesWithTheLiveFiles();

    pod.prometheus().start();
    pod.prometheus().awaitReady();
    assertThat(pod.runs("good")).isTrue();
    mend();
  }

  @Test
  void aDamagedCopyIsNotHandedOver() throws IOException {
    refuse("main");
    pod.stoker().kill();
    Files.writeString(
        kept.resolve("good-000001/files").resolve(Path.of("/").relativize(volume.path(RULES))),
        Texts.badRules("damaged"));

    assertThat(handOver("damaged"))
        .contains("level=error", "no whole copy")
        .doesNotContain("LAST GOOD");
  }

  @Test
  void namesAFolderThatCannotBeWritten() throws IOException {
    pod.stoker().stop();
    var readOnly = Files.createDirectories(folder.resolve("read-only"));
    Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
    try (StokerProcess bound =
        StokerSetup.beside(pod.prometheus(), volume.path(MAIN), folder.resolve("bound"))
            .with("--keep-last-good=" + readOnly.resolve("kept"), "--watch-interval=1s")
            .boundByPermissions()
            .start()) {
      bound.awaitState("in-sync");
      assertThat(bound.awaitDiagnosis("unwritable-output").cause())
          .contains(readOnly.toString(), "permission denied");

      Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("rwxr-xr-x"));
      volume.put(MAIN, Texts.main("again"));
      bound.awaitDiagnoses();
    }
  }

  private void refuse(String what) {
    volume.put(what.equals("main") ? MAIN : RULES, bad(what));
    assertThat(pod.stoker().awaitState("rejected").restartUnsafe()).isTrue();
    Patience.await("it is remembered").until(() -> Files.exists(kept.resolve("refused")));
  }

  private static String bad(String what) {
    return what.equals("main") ? Texts.badMain("bad") : Texts.badRules("bad");
  }

  private void mend() {
    var mended = Instant.now();
    volume.write(Map.of(MAIN, Texts.main("mended"), RULES, Texts.rules("mended")));
    pod.awaitProven("mended", mended);
    assertThat(pod.evaluates("mended")).isTrue();
    assertThat(pod.stoker().target().restartUnsafe()).isFalse();
    Patience.await("it is forgotten").until(() -> Files.notExists(kept.resolve("refused")));
  }

  /** What would happen without. */
  private void assertCrashesWithTheLiveFiles() {
    try (var crashing =
        Pod.prometheus(version, folder.resolve("crashing"), volume.path(MAIN)).start()) {
      assertThat(crashing.process().awaitExit(Patience.LONGEST)).isNotZero();
    }
  }

  /** What an init container runs; returns what it said. */
  private String handOver(String when) {
    try (var once =
        StokerSetup.in(folder.resolve(when))
            .with(
                "--config-file=" + volume.path(MAIN),
                "--watched-dir=" + volume.folder(),
                "--keep-last-good=" + kept,
                "--watch-interval=0")
            .start()) {
      assertThat(once.process().awaitExit(Patience.LONGEST)).isZero();
      return once.log();
    }
  }
}
