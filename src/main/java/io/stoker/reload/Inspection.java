package io.stoker.reload;

/** What a look at a target shows that was proven before. */
public sealed interface Inspection {

  /** Nothing was looked for: nothing was proven, or the target answered a moment ago. */
  record Nothing() implements Inspection {}

  /** It runs what it ran; the baseline may be a newer one. */
  record Same(Baseline baseline) implements Inspection {}

  /** It was restarted, so what it runs has to be proven again. */
  record Restarted() implements Inspection {}

  /** It runs something else. */
  record Drifted(String reason) implements Inspection {}

  /** It does not answer. */
  record Silent(String reason) implements Inspection {}
}
