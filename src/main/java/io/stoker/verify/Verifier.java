package io.stoker.verify;

import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.ConfigStatus;

/** Compares a target's account of its last reload before and after a request. */
public final class Verifier {
  private Verifier() {}

  /** Judges a request that the target answered as applied. */
  public static Verification judge(Answer<ConfigStatus> before, Answer<ConfigStatus> after) {
    return switch (after) {
      case Answer.Missing<ConfigStatus>(CallFailure failure) -> unknown(failure);
      case Answer.Given<ConfigStatus>(ConfigStatus now) ->
          switch (before) {
            case Answer.Missing<ConfigStatus>(CallFailure failure) -> unknown(failure);
            case Answer.Given<ConfigStatus>(ConfigStatus then) -> judge(then, now);
          };
    };
  }

  private static Verification unknown(CallFailure failure) {
    return failure instanceof CallFailure.NotThere
        ? new Verification.Unverifiable(
            "the target has no account of its reloads: " + failure.reason())
        : new Verification.Refuted(
            "the target could not be asked whether it reloaded: " + failure.reason());
  }

  private static Verification judge(ConfigStatus before, ConfigStatus after) {
    if (after.processStart() != before.processStart()) {
      return new Verification.Refuted("the target was restarted during its reload");
    }
    if (!after.successful()) {
      return new Verification.Refuted(
          "the target answered success, but says that its last reload failed");
    }
    if (after.successTime() == before.successTime()) {
      return new Verification.Refuted("the target answered success, but did not reload");
    }
    return new Verification.Proven();
  }
}
