package io.stoker.demo;

/** The config that a tutorial's reader writes, job by job. */
final class Tutorial {
  static final String FILE = "prometheus.yml";
  static final String BROKEN_FIELD = "scrape_intervall";

  private static final String GLOBAL =
      """
      global:
        scrape_interval: 1s
        evaluation_interval: 1s
      scrape_configs:
      """;

  private final StringBuilder jobs = new StringBuilder();

  Tutorial job(String name, String address) {
    jobs.append("  - job_name: ").append(name).append('\n');
    jobs.append("    static_configs:\n");
    jobs.append("      - targets: ['").append(address).append("']\n");
    return this;
  }

  String text() {
    return GLOBAL + jobs;
  }

  /** With one more setting in the last job. */
  String with(String setting) {
    return text() + "    " + setting + "\n";
  }

  /** Line by line as an editor counts. */
  static int lineOf(String text, String field) {
    return (int) text.substring(0, text.indexOf(field)).lines().count();
  }
}
