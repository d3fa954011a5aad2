package io.stoker.watch;

import io.stoker.check.Expressions;
import java.time.Instant;

/** Notes how a Prometheus judged. One check. */
final class HeardExpressions implements Expressions {
  private static final String VEILED =
      "its words are not told, for they repeat what a Secret holds";

  private final Expressions judge;
  private final boolean secret;
  private boolean answered;
  private boolean refused;
  private boolean unjudged;

  /**
   * @param secret whether the expressions must not be repeated
   */
  HeardExpressions(Expressions judge, boolean secret) {
    this.judge = judge;
    this.secret = secret;
  }

  @Override
  public Verdict judge(String expression) {
    Verdict verdict = judge.judge(expression);
    answered |= !(verdict instanceof Verdict.Unjudged);
    refused |= verdict instanceof Verdict.Refused;
    unjudged |= verdict instanceof Verdict.Unjudged;
    return secret && verdict instanceof Verdict.Refused ? new Verdict.Refused(VEILED) : verdict;
  }

  /**
   * How long its word holds; whoever fell silent among thousands would fall silent again.
   *
   * @param soon until when refusals do
   */
  Instant until(Instant soon) {
    if (!refused && !unjudged) {
      return Instant.MAX;
    }
    return answered ? soon : Instant.MIN;
  }
}
