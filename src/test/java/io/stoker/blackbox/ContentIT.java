package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What Prometheus serves is compared with what the files hold, and never makes a reload red. */
@OnBothPrometheus
class ContentIT {
  private static final String RULES = "rules/some.yml";

  @Parameter Tool version;
  @TempDir Path folder;

  private KubeletVolume volume;
  private PrometheusProcess prometheus;
  private StokerProcess stoker;

  @AfterEach
  void stop() {
    Optional.ofNullable(stoker).ifPresent(StokerProcess::close);
    Optional.ofNullable(prometheus).ifPresent(PrometheusProcess::close);
  }

  @Test
  void namesThatPrometheusReadsAnotherFileOfTheSameName() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other")).resolve(MAIN);
    Files.writeString(other, Texts.main("start"));
    write(Map.of(MAIN, Texts.main("start")));
    start(other, List.of());

    volume.put(MAIN, Texts.main("changed"));

    assertThat(stoker.awaitDiagnosis("reads-another-file").cause())
        .contains(volume.path(MAIN).toString(), "global.external_labels.revision");
    assertThat(stoker.awaitState("in-sync").reason()).isEmpty();

    Files.writeString(other, Texts.main("mended"));
    volume.put(MAIN, Texts.main("mended"));
    stoker.awaitDiagnoses();
  }

  @Test
  void namesItAtAStartToo() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other")).resolve(MAIN);
    Files.writeString(other, Texts.main("other"));
    write(Map.of(MAIN, Texts.main("watched")));
    start(other, List.of(), "--watch-interval=1s");

    assertThat(stoker.awaitDiagnosis("reads-another-file").cause())
        .contains("global.external_labels.revision");
    assertThat(stoker.target().state()).isEqualTo("in-sync");
    assertThat(stoker.reloads()).as("no reload would mend it").hasSize(1);
  }

  @Test
  void namesItAfterAStartThatReloadedNothing() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other")).resolve(MAIN);
    Files.writeString(other, Texts.main("other"));
    write(Map.of(MAIN, Texts.main("watched")));
    start(other, List.of(), "--watch-interval=1s", "--keep-last-good=" + folder.resolve("good"));
    stoker.awaitDiagnosis("reads-another-file");
    stoker.stop();

    stoker.start();

    stoker.awaitDiagnosis("reads-another-file");
    assertThat(stoker.reloads().getFirst().reason()).contains("nothing was reloaded");
  }

  @Test
  void namesARefusedConfigurationThatIsServedNevertheless() {
    var good = Map.of(MAIN, Texts.main("good"), RULES, Texts.rules("good"));
    write(good);
    start(volume.path(MAIN), List.of());

    volume.write(Map.of(MAIN, Texts.main("bad"), RULES, Texts.badRules("bad")));

    stoker.awaitState("rejected");
    stoker.awaitDiagnosis("half-applied");
    assertThat(prometheus.client().servedConfig()).contains("revision: bad");
    assertThat(prometheus.client().ruleGroups()).containsExactly("good");

    volume.write(good);
    stoker.awaitDiagnoses();
    stoker.awaitState("in-sync");
  }

  @Test
  void namesThatPrometheusHasOtherRules() throws IOException {
    assumeThat(System.getProperty("user.name")).as("who may mount").isEqualTo("root");
    Path other = Files.createDirectories(folder.resolve("other/rules")).resolve("some.yml");
    Files.writeString(other, Texts.rules("old"));
    String hidden = "mount -t tmpfs none '%s' && exec \"$@\"".formatted(folder.resolve("other"));
    List<String> launcher = List.of("unshare", "-m", "sh", "-c", hidden, "sh");
    String main = Texts.main("same").replace("rules/*.yml", other.toString());
    write(Map.of(MAIN, main, RULES, Texts.rules("old")));
    start(volume.path(MAIN), launcher);

    volume.put(RULES, Texts.rules("new"));

    assertThat(stoker.awaitDiagnosis("rules-unchanged").cause())
        .contains(volume.path(RULES).toString());
    assertThat(stoker.awaitState("unverifiable").reason())
        .contains(volume.path(RULES).toString(), "group \"old\"");
    assertThat(stoker.reloads().getFirst().proven()).as("the reload was good").isTrue();

    Files.writeString(other, Texts.rules("newer"));
    volume.put(RULES, Texts.rules("newer"));
    stoker.awaitDiagnoses();
    stoker.awaitState("in-sync");
  }

  private void write(Map<String, String> files) {
    volume = KubeletVolume.create(folder.resolve("config"), files);
  }

  /**
   * @param read the main file that Prometheus reads
   * @param launcher what stands before Stoker's command line
   */
  private void start(Path read, List<String> launcher, String... flags) {
    Path main = volume.path(MAIN);
    prometheus = Pod.prometheus(version, folder, read).start().awaitReady();
    stoker =
        StokerSetup.beside(prometheus, main, folder.resolve("stoker"))
            .with("--min-gap=0s")
            .with(flags)
            .behind(launcher)
            .start();
    stoker.awaitState("in-sync");
    stoker.awaitDiagnoses();
  }
}
