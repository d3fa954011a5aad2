package io.stoker.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.Diagnosis.Code;
import io.stoker.report.Outcome.Kind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When what is served is compared, and when not. */
class ServedContentTimesTest extends ServedContentCase {
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
}
