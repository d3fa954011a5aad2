package io.stoker.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.reload.ReloadState.Ending;
import io.stoker.reload.ReloadState.Retry;
import io.stoker.report.Outcome;
import io.stoker.report.Outcome.Kind;
import io.stoker.report.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
  private static final Instant NOW = Instant.EPOCH;

  private final RetryPolicy policy = RetryPolicy.upTo(Duration.ofSeconds(5), () -> 0);

  @ParameterizedTest
  @EnumSource(names = {"UNCHANGED", "PROVEN", "UNVERIFIABLE"})
  void whatIsDoneIsNotTriedAgain(Kind kind) {
    assertThat(policy.retry(ending(kind, 1), NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"STARTING", "UNREACHABLE", "TIMED_OUT", "UNCONFIRMED", "SOURCE_MISSING", "FAULT"})
  void whatMayPassByItselfIsTriedSoonAndForEver(Kind kind) {
    assertThat(delay(kind, 1)).isEqualTo(Duration.ofMillis(200));
    assertThat(delay(kind, 3)).isEqualTo(Duration.ofMillis(800));
    assertThat(delay(kind, 1_000_000)).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @EnumSource(names = {"REJECTED", "MISCONFIGURED"})
  void whatAPersonMustMendIsTriedSlowly(Kind kind) {
    assertThat(delay(kind, 1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(delay(kind, 100)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void whatTheFilesOvertookIsTriedAtOnce() {
    assertThat(delay(Kind.OVERTAKEN, 7)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void everyEndingThatKeepsTryingIsTriedAgain(Kind kind) {
    if (Outcome.of(kind).keepsTrying()) {
      assertThat(policy.retry(ending(kind, 1), NOW)).isPresent();
    }
    assertThat(policy.retry(ending(kind, 1), NOW).map(Retry::trigger).orElse(Trigger.RETRY))
        .isEqualTo(Trigger.RETRY);
  }

  private Duration delay(Kind kind, int attempts) {
    return Duration.between(NOW, policy.retry(ending(kind, attempts), NOW).orElseThrow().at());
  }

  private static Ending ending(Kind kind, int attempts) {
    return new Ending(Outcome.of(kind), attempts, NOW, Optional.empty());
  }
}
