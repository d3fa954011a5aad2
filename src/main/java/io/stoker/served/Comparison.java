package io.stoker.served;

/** What comes of comparing a file with what a target serves. */
public sealed interface Comparison {

  /** All that the file holds is served, as far as it is not masked. */
  record Held() implements Comparison {}

  /**
   * Something is served otherwise.
   *
   * @param path such as {@code scrape_configs[3].job_name}; tells no value
   * @param certain whether Prometheus passes the value on as it is written, so that no spelling and
   *     no default can be the cause
   */
  record Different(String path, How how, boolean certain) implements Comparison {

    /** Where and how, as in {@code global.scrape_interval has another value}. */
    public String words() {
      return path + " " + how.words();
    }
  }

  /** It cannot be told. */
  record Unsure(String why) implements Comparison {}

  /** How what is served differs. */
  enum How {
    /** The file has another value. */
    CHANGED("has another value"),
    /** Only the file has it. */
    MISSING("is missing"),
    /** Only the target has it. */
    SURPLUS("is not in the file");

    private final String words;

    How(String words) {
      this.words = words;
    }

    /** What is to be said of the target's side. */
    public String words() {
      return words;
    }
  }
}
