package io.stoker.blackbox;

/** Config files as Prometheus reads them. */
final class Texts {
  /** The key, or the file's name, of the main config. */
  static final String MAIN = "prometheus.yml";

  private Texts() {}

  /** A main config that scrapes nothing and is told from others by its label. */
  static String main(String revision) {
    return """
    global:
      external_labels:
        revision: %s
    rule_files:
      - rules/*.yml
    """
        .formatted(revision);
  }

  /** A main config with a fault in its third line. */
  static String badMain(String revision) {
    return main(revision).replace("external_labels:\n", "external_labels:\n    - no map\n");
  }

  static String rules(String group) {
    return rules(group, "vector(1)");
  }

  static String badRules(String group) {
    return rules(group, "sum(rate(http_requests_total[5m])");
  }

  private static String rules(String group, String expression) {
    return """
    groups:
      - name: %s
        rules:
          - record: blackbox:one
            expr: %s
    """
        .formatted(group, expression);
  }
}
