package io.stoker.reload;

import java.time.Instant;

/** What to do next for a target. */
public sealed interface Plan {

  /** Nothing, until an event comes. */
  record Idle() implements Plan {}

  /** Nothing before that time. */
  record WaitUntil(Instant time) implements Plan {}

  /** One cycle, now. */
  record ReloadNow(CycleRequest request) implements Plan {}
}
