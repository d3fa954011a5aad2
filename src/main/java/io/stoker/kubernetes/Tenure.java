package io.stoker.kubernetes;

import io.stoker.debounce.Scheduler;
import io.stoker.kubernetes.Leadership.Leader;
import io.stoker.kubernetes.Leadership.Listener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What one candidate knows of the lead, and the alarm by which it gives its own up in time. */
final class Tenure {
  private final InstantSource clock;
  private final Scheduler scheduler;
  private final Listener listener;

  private Election election;
  private Scheduler.Alarm expiry = () -> {};
  private boolean leading;
  private boolean over;

  Tenure(String identity, InstantSource clock, Scheduler scheduler, Listener listener) {
    this.election = Election.of(identity);
    this.clock = clock;
    this.scheduler = scheduler;
    this.listener = listener;
  }

  synchronized boolean leads() {
    return leading && election.leads(clock.instant());
  }

  synchronized Optional<Leader> leader() {
    return election.leader(clock.instant());
  }

  synchronized Election known() {
    return election;
  }

  /** The lease is so, or is not there. */
  synchronized void saw(Optional<LeaseObject> lease) {
    election = election.saw(lease, clock.instant());
    if (!election.isHolder()) {
      giveUp();
    }
  }

  /**
   * The lease is held, which may have become known too late.
   *
   * @param asked when it was asked for
   */
  synchronized void won(LeaseObject lease, Instant asked) {
    election = election.holding(lease, asked);
    expiry.cancel();
    if (!over && election.leads(clock.instant())) {
      expiry = scheduler.at(election.until(), this::expire);
      begin();
    }
  }

  /** Never leads again. */
  synchronized void end() {
    over = true;
    giveUp();
  }

  private void begin() {
    if (!leading) {
      leading = true;
      listener.gained();
    }
  }

  private synchronized void expire() {
    if (!election.leads(clock.instant())) {
      giveUp();
    }
  }

  private void giveUp() {
    expiry.cancel();
    election = election.resigned();
    if (leading) {
      leading = false;
      listener.lost();
    }
  }
}
