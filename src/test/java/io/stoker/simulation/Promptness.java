package io.stoker.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Watches that while all is well every change is answered by a reload in time. */
final class Promptness {
  private final VirtualTime time;
  private final Duration longest;

  private int faults;
  private Optional<Instant> wellSince = Optional.empty();
  private Optional<Instant> waitsSince = Optional.empty();
  private String reloaded = "";

  Promptness(VirtualTime time, Duration longest) {
    this.time = time;
    this.longest = longest;
  }

  void faultBegins() {
    faults++;
    wellSince = Optional.empty();
  }

  void faultEnds() {
    faults--;
  }

  /** Whether no fault is there or has left Stoker waiting. */
  boolean allIsWell() {
    return wellSince.isPresent();
  }

  /** Stoker has seen for itself that the target answers. */
  void answered() {
    if (faults == 0 && wellSince.isEmpty()) {
      wellSince = Optional.of(time.instant());
    }
  }

  /** A new Stoker knows of no reload of the one before. */
  void stokerStarts(Version files) {
    reloaded = "";
    waitsSince = Optional.empty();
    changed(files);
  }

  void changed(Version files) {
    if (!files.present() || files.contents().equals(reloaded)) {
      waitsSince = Optional.empty();
    } else if (waitsSince.isEmpty()) {
      waitsSince = Optional.of(time.instant());
    }
    check();
  }

  /** A reload of Stoker's read the files. */
  void reloads(Version files) {
    check();
    reloaded = files.contents();
    waitsSince = Optional.empty();
  }

  /** Even a reload of another's may do. */
  void proven(Version runs, Version files) {
    reloaded = runs.contents();
    changed(files);
    answered();
  }

  void check() {
    if (wellSince.isEmpty() || waitsSince.isEmpty()) {
      return;
    }
    Instant from = wellSince.get().isAfter(waitsSince.get()) ? wellSince.get() : waitsSince.get();
    Duration waits = Duration.between(from, time.instant());
    if (waits.compareTo(longest) > 0) {
      throw new Violation("a change has waited for its reload for " + waits);
    }
  }
}
