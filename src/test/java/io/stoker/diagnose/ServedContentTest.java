package io.stoker.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.reload.StagedTarget;
import io.stoker.report.Change;
import io.stoker.report.Diagnoses;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.report.Outcome;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.ReloadReport;
import io.stoker.report.Reports;
import io.stoker.target.Answer;
import io.stoker.target.TargetFlags;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedContentTest {
  private static final String OLD = "scrape_configs: [{job_name: old}]";
  private static final String NEW = "scrape_configs: [{job_name: new}]";

  @TempDir Path folder;

  private final StagedTarget target = new StagedTarget();
  private final Diagnoses diagnoses = new Diagnoses();
  private Path main;
  private String now = "";
  private ServedContent content;

  @BeforeEach
  void start() {
    main = folder.resolve("prometheus.yml");
    target.flags = new Answer.Given<>(new TargetFlags(main.toString(), false));
    var files = new MainFiles(List.of(main), List.of());
    content =
        new ServedContent(
            new ServedMain(target, files),
            new ServedRules(target, files),
            () -> now,
            diagnoses,
            Runnable::run);
  }

  @Test
  void namesWhatIsServedOtherwiseUntilAnyReloadMendsIt() throws IOException {
    proven("1", OLD, OLD);
    proven("2", NEW, OLD);
    assertThat(codes()).containsExactly(Code.READS_ANOTHER_FILE);

    serve(NEW);
    report("2", Kind.PROVEN);
    assertThat(codes()).as("a restart leads to another reload of the same").isEmpty();
  }

  @Test
  void comparesTheFirstProofOnlyWhenTheStartIsOver() throws IOException {
    proven("1", NEW, OLD);
    ticks(1);
    assertThat(codes()).as("this may be in the middle of the start").isEmpty();

    ticks(1);
    assertThat(codes()).containsExactly(Code.READS_ANOTHER_FILE);
  }

  @Test
  void comparesTheMainFileOnceWhicheverFileChangesBeforeTheStartIsOver() throws IOException {
    proven("1", NEW, OLD);
    now = "2";
    report("2", Kind.PROVEN, List.of("/rules/some.yml"));

    assertThat(codes()).containsExactly(Code.READS_ANOTHER_FILE);
  }

  @Test
  void looksAgainAfterAMinuteWhetherItIsMendedWithoutAReloadOfItsOwn() throws IOException {
    proven("1", NEW, OLD);
    ticks(2);
    serve(NEW);
    ticks(11);
    assertThat(codes()).containsExactly(Code.READS_ANOTHER_FILE);

    ticks(1);
    assertThat(codes()).isEmpty();
  }

  @Test
  void asksNothingAtTicksWhileAllIsWell() throws IOException {
    proven("1", OLD, OLD);
    ticks(2);
    int asked = target.flagsAsked;
    ticks(100);

    assertThat(asked).isPositive();
    assertThat(target.flagsAsked).isEqualTo(asked);
  }

  @Test
  void whatWasBlamedForALostChangeStaysSoWhileNothingMoves() throws IOException {
    proven("1", OLD, OLD);
    ticks(2);
    proven("2", "global: {scrape_interval: 5s}", OLD);
    proven("3", "global: {scrape_interval: 7s}", "global: {scrape_interval: 6s}");
    proven("4", "global: {scrape_interval: 8s}", "global: {scrape_interval: 6s}");
    ticks(12);
    assertThat(codes()).containsExactly(Code.READS_ANOTHER_FILE);

    serve("global: {scrape_interval: 8s}");
    ticks(12);
    assertThat(codes()).isEmpty();
  }

  @Test
  void leavesToTheNextCycleWhatChangesMeanwhile() throws IOException {
    proven("1", OLD, OLD);
    now = "3";
    write(NEW, OLD);
    report("2", Kind.PROVEN);

    assertThat(codes()).isEmpty();
  }

  @Test
  void comparesNothingThatIsNotProven() throws IOException {
    proven("1", OLD, OLD);
    now = "2";
    write(NEW, OLD);
    report("2", Kind.REJECTED);

    assertThat(codes()).isEmpty();
  }

  @Test
  void blamesAPossibleSpellingOnlyWhenAChangeOfTheFileIsNotServed() throws IOException {
    proven("1", OLD, OLD);
    proven("2", "global: {scrape_interval: 5s}", "global: {scrape_interval: 6s}");
    assertThat(codes()).as("nothing is known of the time before").isEmpty();

    proven("3", "global: {scrape_interval: 7s}", "global: {scrape_interval: 6s}");
    assertThat(codes()).containsExactly(Code.READS_ANOTHER_FILE);
  }

  @Test
  void readsACompressedFile() throws IOException {
    proven("1", OLD, OLD);
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(NEW.getBytes(StandardCharsets.UTF_8));
    }
    now = "2";
    serve(OLD);
    Files.write(main, bytes.toByteArray());
    report("2", Kind.PROVEN);

    assertThat(codes()).containsExactly(Code.READS_ANOTHER_FILE);
  }

  private void proven(String fingerprint, String written, String served) throws IOException {
    now = fingerprint;
    write(written, served);
    report(fingerprint, Kind.PROVEN);
  }

  private void write(String written, String served) throws IOException {
    Files.writeString(main, written);
    serve(served);
  }

  private void serve(String served) {
    target.served = served;
  }

  private void ticks(int count) {
    for (int i = 0; i < count; i++) {
      content.tick();
    }
  }

  private void report(String fingerprint, Kind kind) {
    report(fingerprint, kind, List.of(main.toString()));
  }

  private void report(String fingerprint, Kind kind, List<String> changed) {
    var any = Reports.of(fingerprint, Outcome.of(kind));
    var change = Change.to(fingerprint, 1, changed);
    content.reported(new ReloadReport(any.attempt(), change, any.timeline(), any.outcome()));
  }

  private List<Code> codes() {
    return diagnoses.all().stream().map(Diagnosis::code).toList();
  }
}
