package io.stoker.check;

import java.util.regex.Pattern;

/** Names of metrics and labels: Prometheus 3 takes any text, 2.53 only what is listed here. */
final class RuleNames {
  /** The label that is the metric's name itself. */
  static final String METRIC = "__name__";

  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final Pattern METRIC_NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

  private RuleNames() {}

  static boolean isLabelEverywhere(String name) {
    return LABEL.matcher(name).matches();
  }

  static boolean isMetricEverywhere(String name) {
    return METRIC_NAME.matcher(name).matches();
  }

  /** Braces in it are refused by both versions. */
  static boolean isMetricNowhere(String name) {
    return name.contains("{") || name.contains("}");
  }
}
