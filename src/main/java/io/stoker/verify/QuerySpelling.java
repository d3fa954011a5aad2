package io.stoker.verify;

import io.stoker.served.RuleQueries;
import io.stoker.served.RulesComparison.Spelling;
import io.stoker.target.Answer;
import io.stoker.target.ServedGroup;
import io.stoker.target.ServedRule;
import io.stoker.target.Target;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Lets Prometheus spell both queries that differ; of one proof only so many. */
final class QuerySpelling implements Spelling {
  private static final int MOST_QUERIES = 500;

  private final Target target;
  private final Texts texts;
  private int asked;

  QuerySpelling(Target target, Texts texts) {
    this.target = target;
    this.texts = texts;
  }

  @Override
  public Optional<Boolean> isSame(String file, ServedGroup served) {
    try {
      List<String> mine = RuleQueries.of(() -> texts.open(file), served.name());
      List<String> theirs = served.rules().stream().map(ServedRule::query).toList();
      return mine.size() == theirs.size() ? isSame(mine, theirs) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<Boolean> isSame(List<String> mine, List<String> theirs) {
    for (int i = 0; i < mine.size(); i++) {
      if (!mine.get(i).equals(theirs.get(i))) {
        Optional<String> one = formatted(mine.get(i));
        Optional<String> other = formatted(theirs.get(i));
        if (one.isEmpty() || other.isEmpty() || !one.equals(other)) {
          return one.isEmpty() || other.isEmpty() ? Optional.empty() : Optional.of(false);
        }
      }
    }
    return Optional.of(true);
  }

  private Optional<String> formatted(String query) {
    asked++;
    return asked <= MOST_QUERIES
            && target.formatted(query) instanceof Answer.Given<String>(String text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
