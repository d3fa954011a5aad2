package io.stoker.watch;

import java.util.function.BooleanSupplier;

/** A time of leading: what began in it must not send anything after its end. */
final class Term {
  private final BooleanSupplier leads;
  private volatile boolean over;

  /**
   * @param leads by the clock: a process that was stopped for a while goes on before its alarms
   *     ring
   */
  Term(BooleanSupplier leads) {
    this.leads = leads;
  }

  void end() {
    over = true;
  }

  boolean isOver() {
    return over || !leads.getAsBoolean();
  }
}
