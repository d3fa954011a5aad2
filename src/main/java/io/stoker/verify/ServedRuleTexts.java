package io.stoker.verify;

import io.stoker.served.Comparison;
import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.Unsure;
import io.stoker.served.ContentProof;
import io.stoker.served.ContentProof.Transition;
import io.stoker.served.RulesComparison;
import io.stoker.served.RulesComparison.Spelling;
import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.Target;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a target has the rules of some texts, and what there was when it last did. */
final class ServedRuleTexts {
  private final Target target;
  private Optional<Seen> held = Optional.empty();

  ServedRuleTexts(Target target) {
    this.target = target;
  }

  /**
   * Files and served rules at a comparison, by digests.
   *
   * @param meanings of the files by their names
   * @param served names what is served of them
   */
  private record Seen(Map<String, String> meanings, String served) {
    Transition to(Seen now) {
      return new Transition(!meanings.equals(now.meanings), !served.equals(now.served));
    }
  }

  /** Absent if there are no rule files. */
  Optional<Comparison> compare(Texts texts, List<String> names) throws IOException {
    var files = RuleTexts.read(texts, names);
    Set<String> before = held.map(then -> then.meanings().keySet()).orElse(Set.of());
    if (files.meanings().isEmpty() && files.others().isEmpty() && before.isEmpty()) {
      return Optional.empty();
    }
    var comparison =
        new RulesComparison(files.withRemoved(before), path -> false, spelling(texts, files));
    Set<String> unread = new HashSet<>();
    Answer<Integer> answer =
        target.rules(
            group -> {
              comparison.accept(group);
              String name = PrometheusComparison.name(group.file());
              if (files.others().contains(name)) {
                unread.add(name);
              }
            });
    return switch (answer) {
      case Answer.Missing<Integer>(CallFailure failure) ->
          Optional.of(new Unsure("the served rules cannot be compared: " + failure.reason()));
      case Answer.Given<Integer> given when !unread.isEmpty() ->
          Optional.of(
              new Unsure(
                  String.join(", ", unread)
                      + " has rules that Stoker cannot read as Prometheus does"));
      case Answer.Given<Integer> given
          when before.isEmpty() && !comparison.isAnyServed() && !files.haveGroups() ->
          Optional.empty();
      case Answer.Given<Integer> given ->
          Optional.of(judged(comparison.result(), new Seen(files.meanings(), comparison.digest())));
    };
  }

  /** Of files that did not change it is enough that nothing else is served. */
  private Spelling spelling(Texts texts, RuleTexts files) {
    return held.filter(then -> then.meanings().equals(files.meanings())).isPresent()
        ? (file, served) -> Optional.empty()
        : new QuerySpelling(target, texts);
  }

  private Comparison judged(Comparison comparison, Seen now) {
    Optional<Transition> since = held.map(then -> then.to(now));
    Comparison proof =
        isExplained(comparison, since) ? new Held() : ContentProof.judge(comparison, since);
    if (proof instanceof Held) {
      held = Optional.of(now);
    }
    return proof;
  }

  /**
   * Whether only queries differ that Prometheus may spell its own way, since files and served rules
   * changed together, or none of them.
   */
  private static boolean isExplained(Comparison comparison, Optional<Transition> since) {
    return comparison instanceof Different different
        && !different.certain()
        && since.filter(change -> change.served() == change.file()).isPresent();
  }
}
