package io.stoker.app;

import io.stoker.check.Expressions;
import io.stoker.target.Answer;
import io.stoker.target.ExpressionParser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Lets the target judge expressions for one check, as long as it answers and time permits. */
final class TargetExpressions implements Expressions {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final ExpressionParser parser;
  private final InstantSource clock;
  private final Instant end;
  private boolean answers = true;

  TargetExpressions(ExpressionParser parser, InstantSource clock) {
    this.parser = parser;
    this.clock = clock;
    this.end = clock.instant().plus(LONGEST);
  }

  @Override
  public Verdict judge(String expression) {
    if (!answers || clock.instant().isAfter(end)) {
      return new Verdict.Unjudged();
    }
    return switch (parser.fault(expression)) {
      case Answer.Missing<Optional<String>> missing -> {
        answers = false;
        yield new Verdict.Unjudged();
      }
      case Answer.Given<Optional<String>>(Optional<String> fault) ->
          fault
              .<Verdict>map(reason -> new Verdict.Refused(reason, Optional.empty()))
              .orElseGet(Verdict.Accepted::new);
    };
  }
}
