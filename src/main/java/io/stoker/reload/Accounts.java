package io.stoker.reload;

import io.stoker.fingerprint.Content;
import io.stoker.reload.ReloadState.Ending;
import io.stoker.reload.ReloadState.Retry;
import io.stoker.reload.ReloadState.UnderWay;
import io.stoker.report.Attempt;
import io.stoker.report.Change;
import io.stoker.report.FindingEntry;
import io.stoker.report.Outcome;
import io.stoker.report.ReloadReport;
import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import io.stoker.report.TargetStatus.Contents;
import io.stoker.report.TargetStatus.Verdict;
import io.stoker.report.Timeline;
import io.stoker.report.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Puts the state of one target into words for reports. */
public final class Accounts {
  private final String target;
  private final LongSupplier ids;
  private final Supplier<List<String>> sources;

  /**
   * Accounts of this target.
   *
   * @param ids gives each cycle of the process another number
   */
  public Accounts(String target, LongSupplier ids) {
    this(target, ids, List::of);
  }

  /**
   * Accounts of a target that is fed from elsewhere than files.
   *
   * @param sources names of what feeds it at this time
   */
  public Accounts(String target, LongSupplier ids, Supplier<List<String>> sources) {
    this.target = target;
    this.ids = ids;
    this.sources = sources;
  }

  String target() {
    return target;
  }

  /** The report of a cycle, from the states before and after its end. */
  ReloadReport report(ReloadState before, ReloadState after, CycleResult result, Instant now) {
    UnderWay cycle = before.underWay().orElseThrow();
    int attempts = after.last().outcome().equals(result.outcome()) ? after.last().attempts() : 1;
    // the first look at the files is no change, though it hints like one
    Optional<Duration> sinceChange =
        before
            .known()
            .moments()
            .changedAt()
            .filter(changed -> cycle.trigger() != Trigger.START)
            .map(changed -> Duration.between(changed, now));
    return new ReloadReport(
        new Attempt(ids.getAsLong(), target, cycle.trigger(), attempts),
        result
            .read()
            .map(content -> change(content, before.known().attempted()))
            .orElse(Change.NONE),
        new Timeline(cycle.startedAt(), result.stages(), sinceChange),
        explained(result.outcome(), after.known()));
  }

  TargetStatus status(ReloadState state, Plan plan) {
    Knowledge known = state.known();
    return new TargetStatus(
        target,
        verdict(state),
        new Contents(
            known.attempted().map(Accounts::hex),
            known.confirmed().map(confirmed -> hex(confirmed.content())),
            known.confirmed().map(Knowledge.Confirmed::at)),
        plan instanceof Plan.WaitUntil(Instant at) ? Optional.of(at) : Optional.empty(),
        known.files().refused().isPresent(),
        state.last().outcome().findings().stream().map(FindingEntry::of).toList(),
        sources.get());
  }

  /** What keeps a restarted target from coming up is not in its answer, for there is none. */
  private static Outcome explained(Outcome outcome, Knowledge known) {
    boolean away = outcome.kind() == Outcome.Kind.UNREACHABLE;
    return away && known.files().refused().isPresent()
        ? new Outcome(
            outcome.kind(),
            outcome.cause(),
            outcome.reason()
                + "; it refused the configuration last attempted, so it cannot start with that: mend the files",
            outcome.findings())
        : outcome;
  }

  private static Verdict verdict(ReloadState state) {
    Optional<Retry> drift = state.retry().filter(retry -> retry.trigger() == Trigger.DRIFT);
    if (drift.isPresent()) {
      return new Verdict(StateWord.DRIFTED, drift.get().why(), drift.get().at());
    }
    Optional<UnderWay> fresh = state.underWay().filter(cycle -> cycle.trigger() != Trigger.RETRY);
    if (fresh.isPresent()) {
      return new Verdict(StateWord.RELOADING, "", fresh.get().startedAt());
    }
    Ending last = state.last();
    boolean inSync = last.outcome().kind().state() == StateWord.IN_SYNC;
    VolumeState volumes = state.known().files().volumes();
    if (inSync && volumes instanceof VolumeState.Behind(String reason, Instant since)) {
      return new Verdict(StateWord.PENDING_KUBELET, reason, since);
    }
    if (state.burst().isPresent()) {
      return new Verdict(StateWord.SETTLING, "", state.burst().get().first());
    }
    Optional<Knowledge.Doubt> doubt = state.known().confirmed().flatMap(Knowledge.Confirmed::doubt);
    if (inSync && doubt.isPresent()) {
      return new Verdict(StateWord.UNVERIFIABLE, doubt.get().reason(), doubt.get().since());
    }
    String reason =
        inSync && volumes instanceof VolumeState.Stuck(String why)
            ? why
            : explained(last.outcome(), state.known()).reason();
    return new Verdict(last.outcome().kind().state(), reason, last.since());
  }

  private static Change change(Content content, Optional<Content> attempted) {
    return Change.to(
        hex(content), content.fileCount(), attempted.map(content::changedSince).orElse(List.of()));
  }

  private static String hex(Content content) {
    return content.fingerprint().hex();
  }
}
