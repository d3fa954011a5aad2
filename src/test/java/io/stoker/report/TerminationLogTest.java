package io.stoker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.TargetStatus.Contents;
import io.stoker.report.TargetStatus.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminationLogTest {
  @TempDir private Path folder;
  private Path file;
  private TerminationLog log;

  @BeforeEach
  void mount() throws IOException {
    file = Files.createFile(folder.resolve("termination-log"));
    log = new TerminationLog(file);
  }

  @Test
  void theReasonStandsThereUntilAllIsWell() {
    log.changed(status(StateWord.REJECTED, "p.yml:3: field x not found"));
    assertThat(file).hasContent("target rejected: p.yml:3: field x not found");

    log.changed(status(StateWord.RELOADING, ""));
    assertThat(file).hasContent("target rejected: p.yml:3: field x not found");

    log.changed(status(StateWord.IN_SYNC, ""));
    assertThat(file).isEmptyFile();
  }

  @Test
  void aLongReasonIsCut() {
    log.changed(status(StateWord.REJECTED, "x".repeat(5_000)));

    assertThat(file).hasSize(4_096);
  }

  @Test
  void outsideOfKubernetesThereIsNoFileAndNoneIsMade() throws IOException {
    Files.delete(file);

    log.changed(status(StateWord.REJECTED, "refused"));

    assertThat(file).doesNotExist();
  }

  private static TargetStatus status(StateWord state, String reason) {
    return new TargetStatus(
        "target",
        new Verdict(state, reason, Instant.EPOCH),
        Contents.UNKNOWN,
        Optional.empty(),
        false,
        List.of(),
        List.of());
  }
}
