package io.stoker.watch;

import io.stoker.target.CallFailure;
import io.stoker.target.ForwardingTarget;
import io.stoker.target.ReloadReply;
import io.stoker.target.Target;

/**
 * A target under the name that the watcher gives it, which gets no reload from a replica that does
 * not lead any more.
 */
final class LedTarget extends ForwardingTarget {
  private final String name;
  private final Term term;

  LedTarget(String name, Target target, Term term) {
    super(target);
    this.name = name;
    this.term = term;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ReloadReply reload() {
    return term.isOver()
        ? new ReloadReply.Failed(new CallFailure.NotConnected("another replica leads now"))
        : super.reload();
  }
}
