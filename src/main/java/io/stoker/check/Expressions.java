package io.stoker.check;

/** Judges PromQL expressions, since only the Prometheus that will run them can. */
public interface Expressions {

  /** What it says of one expression. */
  sealed interface Verdict {

    /** Its parser takes it. */
    record Accepted() implements Verdict {}

    /**
     * Its parser refuses it.
     *
     * @param reason its own words, which begin with line and column where it tells them
     */
    record Refused(String reason) implements Verdict {}

    /** It was not asked, or did not answer. */
    record Unjudged() implements Verdict {}
  }

  Verdict judge(String expression);

  /** For where no Prometheus is to be asked. */
  static Expressions unjudged() {
    return expression -> new Verdict.Unjudged();
  }
}
