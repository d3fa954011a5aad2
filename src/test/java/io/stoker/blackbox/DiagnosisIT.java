package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Stoker names what is set up wrongly beside a real Prometheus, until it is mended. */
@OnChosenPrometheus
class DiagnosisIT {
  @Parameter Tool version;
  @TempDir Path folder;

  private KubeletVolume volume;
  private PrometheusSetup setup;
  private PrometheusProcess prometheus;
  private StokerProcess stoker;

  @BeforeEach
  void write() {
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    setup = Pod.prometheus(version, folder, volume.path(MAIN));
  }

  @AfterEach
  void stop() {
    // neither is there where the version does not fit
    Optional.ofNullable(stoker).ifPresent(StokerProcess::close);
    Optional.ofNullable(prometheus).ifPresent(PrometheusProcess::close);
  }

  @Test
  void whereAllIsWellNothingIsNamed() {
    start(setup, setup);
    awaitExamined();

    assertThat(stoker.diagnoses()).isEmpty();
    assertThat(stoker.log()).doesNotContain("diagnosis");
  }

  @Test
  void namesThatPrometheusReloadsByItselfToo() {
    assumeThat(version).as("has the feature").isEqualTo(Tool.PROMETHEUS_3);
    start(setup.with("--enable-feature=auto-reload-config"), setup);

    assertThat(stoker.awaitDiagnoses("auto-reload-on").values())
        .allSatisfy(found -> assertThat(found.about()).isEqualTo(prometheus.reloadUrl()));
    assertThat(stoker.awaitState("in-sync").reason()).as("a good reload stays good").isEmpty();
    assertThat(logged("auto-reload-on")).isEqualTo(1);

    restart(setup);
    stoker.awaitDiagnoses();
    assertThat(logged("auto-reload-on")).as("once more, that it is gone").isEqualTo(2);
  }

  @Test
  void namesThatTheLifecycleApiIsOff() {
    start(setup.withoutLifecycle(), setup);

    stoker.awaitState("misconfigured");
    assertThat(stoker.awaitDiagnoses("lifecycle-off").get("lifecycle-off").fix())
        .contains("--web.enable-lifecycle");

    restart(setup);
    volume.put(MAIN, Texts.main("tried at once"));
    stoker.awaitDiagnoses();
    stoker.awaitState("in-sync");
  }

  @Test
  void namesAWrongPrefix() {
    start(setup.withRoutePrefix("/prom"), setup);

    stoker.awaitState("misconfigured");
    assertThat(stoker.awaitDiagnoses("wrong-prefix").get("wrong-prefix").fix())
        .contains("--web.route-prefix");

    restart(setup);
    volume.put(MAIN, Texts.main("tried at once"));
    stoker.awaitDiagnoses();
  }

  @Test
  void namesThatPrometheusReadsAnotherFile() throws IOException {
    Path other = Files.writeString(folder.resolve("prom.yml"), Texts.main("other"));
    start(setup.withConfig(other), setup);

    stoker.awaitState("in-sync");
    assertThat(stoker.awaitDiagnoses("other-config-file").get("other-config-file").cause())
        .contains(other.toString(), volume.path(MAIN).toString());

    restart(setup);
    stoker.awaitDiagnoses();
  }

  @Test
  void theSameVolumeUnderAnotherPathIsTheSameFile() throws IOException {
    Path mount = Files.createSymbolicLink(folder.resolve("mount"), volume.folder());
    start(setup.withConfig(mount.resolve(MAIN)), setup);
    awaitExamined();

    assertThat(stoker.diagnoses()).isEmpty();
  }

  @Test
  void namesAnEmptyAndATornFile() {
    start(setup, setup);
    stoker.awaitState("in-sync");

    volume.put(MAIN, "");
    stoker.awaitDiagnoses("empty-file");

    volume.put(MAIN, Texts.main("torn").stripTrailing() + "/us");
    assertThat(stoker.awaitDiagnoses("truncated-file").get("truncated-file").about())
        .isEqualTo(volume.path(MAIN).toString());

    volume.put(MAIN, Texts.main("whole"));
    stoker.awaitDiagnoses();
  }

  @Test
  void namesAVolumeThatCanHardlyGrow() {
    start(setup, setup);
    stoker.awaitState("in-sync");

    volume.put("notes.txt", "x".repeat(1_000_000));
    assertThat(stoker.awaitDiagnoses("near-size-limit").get("near-size-limit").about())
        .isEqualTo(volume.folder().toString());

    volume.remove("notes.txt");
    stoker.awaitDiagnoses();
  }

  /** Stoker knows Prometheus as it should be. */
  private void start(PrometheusSetup wrong, PrometheusSetup right) {
    prometheus = wrong.start();
    stoker =
        StokerSetup.in(folder.resolve("stoker"))
            .with(
                "--config-file=" + volume.path(MAIN),
                "--watched-dir=" + volume.folder(),
                "--reload-url=http://127.0.0.1:" + right.port() + "/-/reload",
                "--watch-interval=1s",
                "--min-gap=0s")
            .start();
  }

  /** Waits until the flags were asked for, and then for two looks. */
  private void awaitExamined() {
    stoker.awaitState("in-sync");
    Patience.await("the flags are asked for").until(() -> requests("flags") == 1);
    double looks = requests("runtimeinfo");
    Patience.await("two looks later").until(() -> requests("runtimeinfo") > looks + 1);
    assertThat(requests("flags")).as("they do not change while it runs").isEqualTo(1);
  }

  private double requests(String name) {
    return prometheus
        .client()
        .metrics()
        .sum("prometheus_http_requests_total", "handler=\"/api/v1/status/" + name + "\"");
  }

  private void restart(PrometheusSetup right) {
    prometheus.stop();
    prometheus = right.start().awaitReady();
  }

  private long logged(String word) {
    return stoker.log().lines().filter(line -> line.contains("diagnosis=" + word)).count();
  }
}
