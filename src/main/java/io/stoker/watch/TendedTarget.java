package io.stoker.watch;

import io.stoker.report.Reporter;
import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import io.stoker.report.TargetStatus.Verdict;
import io.stoker.target.Answer;
import io.stoker.target.SidecarState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A target that a Stoker in its own pod tends: that one sees the files, so it is left to it, and
 * its word is passed on.
 */
final class TendedTarget implements WatchedTarget {
  private final String name;
  private final Optional<Supplier<Answer<SidecarState>>> sidecar;
  private final Supplier<List<SourceName>> sources;
  private final Around around;
  private Optional<Verdict> last = Optional.empty();
  private boolean asking;
  private boolean forgotten;

  /** What it lives on. */
  record Around(InstantSource clock, Executor plannerThread, Executor io, Reporter reporter) {}

  /**
   * @param sidecar asks it how things are; empty where it serves no status
   */
  TendedTarget(
      String name,
      Optional<Supplier<Answer<SidecarState>>> sidecar,
      Supplier<List<SourceName>> sources,
      Around around) {
    this.name = name;
    this.sidecar = sidecar;
    this.sources = sources;
    this.around = around;
  }

  @Override
  public void lead() {
    tick();
  }

  @Override
  public void changed() {
    tick();
  }

  @Override
  public void lost() {
    tick();
  }

  @Override
  public void tick() {
    if (sidecar.isEmpty()) {
      tell(
          StateWord.UNVERIFIABLE,
          "a Stoker in the pod reloads it, but serves no status: give it a --listen-address");
    } else if (!asking) {
      asking = true;
      around.io().execute(() -> ask(sidecar.get()));
    }
  }

  @Override
  public void forget() {
    forgotten = true;
    around.reporter().gone(name);
  }

  private void ask(Supplier<Answer<SidecarState>> status) {
    Answer<SidecarState> answer = status.get();
    around
        .plannerThread()
        .execute(
            () -> {
              asking = false;
              heard(answer);
            });
  }

  private void heard(Answer<SidecarState> answer) {
    switch (answer) {
      case Answer.Given<SidecarState>(SidecarState state) ->
          tell(word(state.state()), state.reason());
      case Answer.Missing<SidecarState> missing ->
          tell(
              StateWord.UNREACHABLE,
              "the Stoker in the pod does not answer: " + missing.failure().reason());
    }
  }

  /** One that is newer may have words that this one does not know. */
  private static StateWord word(String text) {
    for (StateWord word : StateWord.values()) {
      if (word.word().equals(text)) {
        return word;
      }
    }
    return StateWord.UNVERIFIABLE;
  }

  private void tell(StateWord state, String reason) {
    if (forgotten) {
      return;
    }
    Instant since =
        last.filter(before -> before.state() == state)
            .map(Verdict::since)
            .orElseGet(around.clock()::instant);
    var now = new Verdict(state, reason, since);
    if (!last.equals(Optional.of(now))) {
      last = Optional.of(now);
      around.reporter().changed(TargetStatus.unproven(name, now, SourceName.texts(sources.get())));
    }
  }
}
