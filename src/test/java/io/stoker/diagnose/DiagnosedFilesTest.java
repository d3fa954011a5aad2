package io.stoker.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Fingerprinter;
import io.stoker.report.Diagnoses;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.Reports;
import io.stoker.source.DirectorySource;
import io.stoker.source.WatchedRoot;
import io.stoker.testbed.InMemorySource;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosedFilesTest {
  private static final Path MAIN = Path.of("/etc/prometheus/prometheus.yml");
  private static final String WHOLE = "a: 1\n";

  private final ManualClock clock = ManualClock.at(Instant.EPOCH);
  private final InMemorySource source = new InMemorySource(clock);
  private final Diagnoses diagnoses = new Diagnoses();
  private final DiagnosedFiles files =
      new DiagnosedFiles(source, new MainFiles(List.of(MAIN), List.of()), true, diagnoses);
  private final Fingerprinter reader = new Fingerprinter(files, clock, Duration.ofHours(1));

  @Test
  void anEmptyMainFileIsNamedUntilItIsWritten() {
    cycle("", Kind.PROVEN);
    assertThat(codes()).containsExactly(Code.EMPTY_FILE);

    cycle(WHOLE, Kind.PROVEN);
    assertThat(codes()).isEmpty();
  }

  @Test
  void aTornMainFileIsNamedUntilItIsWhole() {
    cycle("a: \0\0\0\0", Kind.REJECTED);
    assertThat(codes()).containsExactly(Code.TRUNCATED_FILE);

    cycle(WHOLE, Kind.PROVEN);
    assertThat(codes()).isEmpty();
  }

  @Test
  void aLastLineWithoutAnEndIsNoFaultOfAFileThatNeverHadOne() {
    cycle("a: 1", Kind.PROVEN);
    assertThat(codes()).isEmpty();

    cycle("a: 2", Kind.PROVEN);
    assertThat(codes()).isEmpty();
  }

  @Test
  void aLastLineThatLostItsEndIsNamed() {
    cycle(WHOLE, Kind.PROVEN);
    cycle("a:", Kind.PROVEN);

    assertThat(diagnoses.all())
        .singleElement()
        .extracting(Diagnosis::cause)
        .asString()
        .contains(MAIN.toString(), "which it did not before");
  }

  @Test
  void aLastLineWithoutAnEndIsNamedWhereTheTargetRefusesTheFile() {
    cycle("a: [1,", Kind.REJECTED);
    assertThat(codes()).containsExactly(Code.TRUNCATED_FILE);

    cycle("a: [1]", Kind.PROVEN);
    assertThat(codes()).isEmpty();
  }

  @Test
  void whatIsReadInTheMiddleOfAChangeIsNotTold() {
    cycle(WHOLE, Kind.PROVEN);
    cycle("", Kind.OVERTAKEN);
    assertThat(codes()).isEmpty();

    cycle(WHOLE, Kind.PROVEN);
    assertThat(codes()).isEmpty();
  }

  @Test
  void aFileThatIsGoneIsNoEmptyOne() {
    cycle("", Kind.PROVEN);
    files.reported(Reports.of(2, Kind.SOURCE_MISSING));

    assertThat(codes()).isEmpty();
  }

  @Test
  void whereOnlyFoldersAreWatchedTheMainFileIsThatOfTheDefaultName() {
    var main = new MainFiles(List.of(), List.of(MAIN.getParent()));
    var unnamed = new DiagnosedFiles(source, main, true, diagnoses);
    source.put(MAIN.toString(), "").put("/etc/prometheus/alerts.yml", "");
    new Fingerprinter(unnamed, clock, Duration.ofHours(1)).read();
    unnamed.reported(Reports.of(1, Kind.PROVEN));

    assertThat(diagnoses.all())
        .singleElement()
        .extracting(Diagnosis::about)
        .isEqualTo(MAIN.toString());
  }

  @Test
  void otherFilesMayBeEmpty() {
    source.put("/etc/prometheus/rules/none.yml", "");
    cycle(WHOLE, Kind.PROVEN);

    assertThat(codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"900000, 0", "950000, 1", "1048576, 1", "1048577, 0"})
  void aVolumeNearTheLimitOfAConfigMapIsNamed(int size, int found, @TempDir Path folder) {
    var half = "x".repeat(size / 2);
    var volume =
        KubeletVolume.create(
            folder.resolve("v"), Map.of("a", half, "b", half + "x".repeat(size % 2)));
    var roots = List.of(WatchedRoot.directory(volume.folder()));
    var mounted =
        new DiagnosedFiles(
            new DirectorySource(roots, InstantSource.system(), Duration.ofHours(1)),
            MainFiles.of(roots),
            true,
            diagnoses);
    mounted.snapshot();
    mounted.reported(Reports.of(1, Kind.PROVEN));

    assertThat(codes()).hasSize(found).allMatch(Code.NEAR_SIZE_LIMIT::equals);
  }

  private void cycle(String main, Kind kind) {
    clock.advance(Duration.ofSeconds(5));
    source.put(MAIN.toString(), main);
    reader.read();
    files.reported(Reports.of(1, kind));
  }

  private List<Code> codes() {
    return diagnoses.all().stream().map(Diagnosis::code).toList();
  }
}
