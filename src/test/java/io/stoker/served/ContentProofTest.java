package io.stoker.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.How;
import io.stoker.served.Comparison.Unsure;
import io.stoker.served.ContentProof.Transition;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentProofTest {
  private static final Different CERTAIN = new Different("a", How.CHANGED, true);
  private static final Different SPELLED = new Different("a", How.CHANGED, false);
  private static final Optional<Transition> LOST = Optional.of(new Transition(true, false));
  private static final Optional<Transition> SEEN = Optional.of(new Transition(true, true));
  private static final Optional<Transition> NONE = Optional.of(new Transition(false, false));

  @Test
  void blamesAPossibleSpellingOnlyWhenTheChangeIsNotServed() {
    assertThat(ContentProof.judge(SPELLED, LOST)).isEqualTo(SPELLED);
    assertThat(ContentProof.judge(SPELLED, SEEN)).isInstanceOf(Unsure.class);
    assertThat(ContentProof.judge(SPELLED, NONE)).isInstanceOf(Unsure.class);
    assertThat(ContentProof.judge(SPELLED, Optional.empty())).isInstanceOf(Unsure.class);
    assertThat(ContentProof.judge(CERTAIN, Optional.empty())).isEqualTo(CERTAIN);
  }

  @Test
  void doesNotCallAChangeInSyncThatIsNowhereToBeSeen() {
    assertThat(ContentProof.judge(new Held(), LOST)).isInstanceOf(Unsure.class);
    assertThat(ContentProof.judge(new Held(), SEEN)).isEqualTo(new Held());
    assertThat(ContentProof.judge(new Held(), Optional.empty())).isEqualTo(new Held());
  }
}
