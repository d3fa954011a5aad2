package io.stoker.check;

import io.stoker.yaml.Position;
import java.util.Optional;

/** Judges PromQL expressions, since only the Prometheus that will run them can. */
public interface Expressions {

  /** What it says of one expression. */
  sealed interface Verdict {

    /** Its parser takes it. */
    record Accepted() implements Verdict {}

    /**
     * Its parser refuses it.
     *
     * @param reason its own words
     * @param position within the expression, where it is told
     */
    record Refused(String reason, Optional<Position> position) implements Verdict {}

    /** It was not asked, or did not answer. */
    record Unjudged() implements Verdict {}
  }

  Verdict judge(String expression);

  /** For where no Prometheus is to be asked. */
  static Expressions unjudged() {
    return expression -> new Verdict.Unjudged();
  }
}
