package io.stoker.reload;

import static io.stoker.reload.Contents.A;
import static io.stoker.reload.Contents.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.check.Finding;
import io.stoker.check.Place;
import io.stoker.check.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a look for doubtful things does to the state. */
class DoubtingPlannerTest {
  private final PlannerStory story = PlannerStory.proven(A);

  @Test
  void doubtsAreToldOfTheContentThatRunsOnly() {
    var place = new Place("r.yml", Optional.empty(), "");
    var doubt = new Finding(Severity.WARNING, place, "twice", "remove one", Optional.empty());

    story.event(new ReloadEvent.Doubted(B, List.of(doubt)));
    assertThat(story.state().last().outcome().findings()).isEmpty();

    story.event(new ReloadEvent.Doubted(A, List.of(doubt)));
    assertThat(story.state().last().outcome().findings()).containsExactly(doubt);
    assertThat(story.plan()).isEqualTo(new Plan.Idle());
  }
}
