package io.stoker.served;

import java.util.Set;

/** What is known of the values at a place of a configuration, from the keys that lead there. */
enum Place {
  /** Prometheus may write the value in another way. */
  SPELLED,
  /** Prometheus passes the text on as it is. */
  EXACT,
  /** As {@link #EXACT}, with variables of Prometheus' environment put in. */
  EXPANDED,
  /** A path, which may be joined to the folder of the configuration. */
  PATH;

  /** Lists that are empty unless a file fills them (Prometheus 2.53 and 3.5). */
  private static final Set<String> FILLED_BY_FILES =
      Set.of(
          "scrape_configs",
          "rule_files",
          "scrape_config_files",
          "remote_write",
          "remote_read",
          "alertmanagers",
          "relabel_configs",
          "metric_relabel_configs",
          "write_relabel_configs",
          "alert_relabel_configs",
          "targets",
          "source_labels");

  private static final Set<String> TEXTS =
      Set.of(
          "targets", "source_labels", "job_name", "regex", "replacement", "target_label", "values");

  /** Mappings whose keys are the user's own. */
  private static final Set<String> OWN_KEYS =
      Set.of("labels", "params", "headers", "required_matchers", "endpoint_params");

  /** The place of a key's value, or of the items of its list. */
  static Place of(Place outer, String key) {
    if (outer == EXACT || outer == EXPANDED) {
      return outer;
    }
    if (key.equals("external_labels")) {
      return EXPANDED;
    }
    if (TEXTS.contains(key) || OWN_KEYS.contains(key)) {
      return EXACT;
    }
    return key.endsWith("_file") || key.endsWith("_files") || key.equals("files") ? PATH : SPELLED;
  }

  /** Whether a list is empty unless a file fills it, and has as many items as there. */
  static boolean isFilledByFiles(String key) {
    return FILLED_BY_FILES.contains(key)
        || key.endsWith("_sd_configs")
        || key.equals("static_configs");
  }

  boolean isExact() {
    return this == EXACT || this == EXPANDED;
  }
}
