package io.stoker.simulation;

import io.stoker.debounce.Debouncer;
import io.stoker.fingerprint.ConfigReader;
import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Reading;
import io.stoker.reload.CycleRequest;
import io.stoker.reload.Knowledge;
import io.stoker.reload.Plan;
import io.stoker.reload.Planner;
import io.stoker.reload.ReloadEvent;
import io.stoker.reload.ReloadState;
import io.stoker.report.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Stoker with one rule of its design broken, by rule. */
final class BrokenRules {
  private static final Duration NEVER = Duration.ofDays(1);

  private BrokenRules() {}

  /** Rule 3: a new fingerprint waits for the retry that is due later. */
  static final class RetryHoldsNewContentBack implements Variant {
    @Override
    public Planner planner(Planner real) {
      return new Changed(real, BrokenRules::withoutBurst, request -> request);
    }
  }

  /** Rule 3: a retry is for what the first try read. */
  static final class RetryDoesNotReadAgain implements Variant {
    private boolean retry;
    private boolean begun;
    private Optional<Reading> wanted = Optional.empty();

    @Override
    public Planner planner(Planner real) {
      return new Changed(
          real,
          state -> state,
          noting(
              request -> {
                begun = true;
                retry = request.trigger() == Trigger.RETRY;
              }));
    }

    @Override
    public ConfigReader reader(ConfigReader real) {
      return () -> {
        if (begun) {
          begun = false;
          wanted = wanted.filter(reading -> retry).or(() -> Optional.of(real.read()));
          return wanted.get();
        }
        return real.read();
      };
    }
  }

  /** Rule 4: a request that was not answered is none. */
  static final class UnansweredIsForgotten implements Variant {
    @Override
    public Planner planner(Planner real) {
      return new Changed(
          real,
          state -> state,
          r -> new CycleRequest(r.trigger(), r.evenIfUnchanged(), r.attempted(), Optional.empty()));
    }
  }

  /** Rule 5: what was refused does not count as attempted. */
  static final class PlansAgainstConfirmed implements Variant {
    private Optional<Content> confirmed = Optional.empty();

    @Override
    public Planner planner(Planner real) {
      return new Changed(
          real,
          state -> {
            confirmed = state.known().confirmed().map(Knowledge.Confirmed::content);
            return state;
          },
          r -> new CycleRequest(r.trigger(), r.evenIfUnchanged(), confirmed, r.unanswered()));
    }
  }

  /** Rule 6: the files are read before the reload only. */
  static final class DoesNotReadAfter implements Variant {
    private Optional<Reading> before = Optional.empty();

    @Override
    public Planner planner(Planner real) {
      return new Changed(real, state -> state, noting(request -> before = Optional.empty()));
    }

    @Override
    public ConfigReader reader(ConfigReader real) {
      return () -> {
        before = before.or(() -> Optional.of(real.read()));
        return before.get();
      };
    }
  }

  /** Rule 9: a burst may last for ever. */
  static final class NoMaximumWait implements Variant {
    @Override
    public Debouncer debouncer(Debouncer real) {
      return new Debouncer(real.quiet(), NEVER, real.minGap());
    }
  }

  /** Rule 9: reloads follow each other at once. */
  static final class NoMinimumGap implements Variant {
    @Override
    public Debouncer debouncer(Debouncer real) {
      return new Debouncer(real.quiet(), real.maxWait(), Duration.ZERO);
    }
  }

  /** A planner that sees other states and asks for other cycles. */
  private record Changed(
      Planner planner, UnaryOperator<ReloadState> seen, UnaryOperator<CycleRequest> asked)
      implements Planner {

    @Override
    public ReloadState next(ReloadState state, ReloadEvent event, Instant now) {
      return planner.next(state, event, now);
    }

    @Override
    public Plan plan(ReloadState state, Instant now) {
      return planner.plan(seen.apply(state), now) instanceof Plan.ReloadNow(CycleRequest request)
          ? new Plan.ReloadNow(asked.apply(request))
          : planner.plan(seen.apply(state), now);
    }
  }

  private static ReloadState withoutBurst(ReloadState state) {
    return state.retry().isPresent()
        ? new ReloadState(
            state.known(), Optional.empty(), state.retry(), state.underWay(), state.last())
        : state;
  }

  private static UnaryOperator<CycleRequest> noting(Consumer<CycleRequest> note) {
    return request -> {
      note.accept(request);
      return request;
    };
  }
}
