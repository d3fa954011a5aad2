package io.stoker.lastgood;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Fingerprint;
import io.stoker.reload.StagedTarget;
import io.stoker.report.Diagnoses;
import io.stoker.report.Diagnosis;
import io.stoker.report.Diagnosis.Code;
import io.stoker.report.Outcome;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.Reports;
import io.stoker.target.ReloadReply;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastGoodKeeperTest extends LastGoodCase {
  private final Diagnoses diagnoses = new Diagnoses();
  private LastGoodKeeper keeper;

  @BeforeEach
  void start() {
    keeper =
        new LastGoodKeeper(
            folder, this::source, RuleFileNames.in(roots()), diagnoses, Runnable::run);
  }

  @Test
  void storesWhatIsProvenAndRemembersWhatIsRefused() throws IOException {
    var good = write("good");
    end(Kind.PROVEN, good);
    assertThat(folder.newest()).contains(good);

    var bad = write("bad");
    end(Kind.REJECTED, bad);
    assertThat(folder.refused()).contains(bad);
    assertThat(folder.newest()).contains(good);

    end(Kind.PROVEN, write("mended"));
    assertThat(folder.refused()).isEmpty();
  }

  @Test
  void whatIsKeptAlreadyIsNotKeptTwice() throws IOException {
    var good = write("good");
    end(Kind.PROVEN, good);
    end(Kind.PROVEN, good);

    assertThat(kept.resolve("good-000001")).exists();
    assertThat(kept.resolve("good-000002")).doesNotExist();
  }

  @Test
  void whatIsKeptButDamagedIsKeptAnew() throws IOException {
    var good = write("good");
    end(Kind.PROVEN, good);
    Files.writeString(
        new Generation(kept.resolve("good-000001")).copy(main.toString()), "main damaged");
    end(Kind.PROVEN, good);

    assertThat(folder.newest()).contains(good);
    assertThat(kept.resolve("good-000002")).exists();
  }

  @Test
  void whatIsOnlyAppliedIsNotProven() throws IOException {
    end(Kind.UNVERIFIABLE, write("perhaps"));

    assertThat(folder.newest()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedAndTriedAgain() throws IOException {
    Files.writeString(kept, "no folder");
    var good = write("good");
    end(Kind.PROVEN, good);
    assertThat(codes()).containsExactly(Code.UNWRITABLE_OUTPUT);

    Files.delete(kept);
    keeper.tick();
    assertThat(codes()).isEmpty();
    assertThat(folder.newest()).contains(good);
  }

  @Test
  void aMainFileThatNamesLiveRulesIsNamedUntilItIsMended() {
    end(Kind.PROVEN, write("\nrule_files:\n  - " + main.resolveSibling("rules/*.yml")));
    assertThat(codes()).containsExactly(Code.ABSOLUTE_RULE_FILES);

    end(Kind.PROVEN, write("\nrule_files: [rules/*.yml]"));
    assertThat(codes()).isEmpty();
  }

  @Test
  void aTargetWouldStartWithTheLastGoodFilesFromARefusalUntilTheNextTry() throws IOException {
    end(Kind.PROVEN, write("good"));
    var staged = new StagedTarget();
    var target = new LinkedTarget(staged, folder, diagnoses);
    write("bad");
    staged.reply = new ReloadReply.Rejected("line 3");
    target.reload();
    assertThat(served()).isEqualTo("main good, rules good");

    write("mended");
    staged.reply = new ReloadReply.Accepted();
    target.reload();
    assertThat(served()).isEqualTo("main mended, rules mended");
    assertThat(codes()).isEmpty();
  }

  @Test
  void aLinkThatCannotBeMovedStopsNoReload() throws IOException {
    Files.writeString(kept, "no folder");
    var staged = new StagedTarget();

    assertThat(new LinkedTarget(staged, folder, diagnoses).reload())
        .isEqualTo(new ReloadReply.Accepted());
    assertThat(codes()).containsExactly(Code.UNWRITABLE_OUTPUT);
  }

  private void end(Kind kind, Fingerprint content) {
    keeper.reported(Reports.of(content.hex(), Outcome.of(kind)));
  }

  private List<Code> codes() {
    return diagnoses.all().stream().map(Diagnosis::code).toList();
  }
}
