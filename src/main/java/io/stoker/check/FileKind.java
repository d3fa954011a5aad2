package io.stoker.check;

import io.stoker.yaml.GoYamlText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file seems to be, from its first field that tells. */
enum FileKind {
  RULES,
  CONFIGURATION,
  /** It has fields, but none of the others. */
  OTHER,
  /** It seems to have no fields at all. */
  EMPTY;

  private static final Pattern FIELD = Pattern.compile("[{\\s]*[\"']?(\\w[\\w.-]*)[\"']?\\s*:.*");
  private static final String OF_RULES = "groups";
  private static final Set<String> OF_CONFIGURATION =
      Set.of(
          "global",
          "runtime",
          "alerting",
          MainFileCheck.RULE_FILES,
          MainFileCheck.SCRAPE_CONFIG_FILES,
          "scrape_configs",
          "storage",
          "tracing",
          "remote_write",
          "remote_read",
          "otlp");

  static FileKind of(ConfigFile file) throws IOException {
    FileKind kind = EMPTY;
    try (InputStream bytes = file.open();
        var lines = new BufferedReader(GoYamlText.of(bytes))) {
      String line = lines.readLine();
      while (line != null) {
        Matcher field = FIELD.matcher(line);
        if (field.matches()) {
          FileKind of = of(field.group(1));
          if (of != OTHER) {
            return of;
          }
          kind = OTHER;
        }
        line = lines.readLine();
      }
    }
    return kind;
  }

  private static FileKind of(String field) {
    if (field.equals(OF_RULES)) {
      return RULES;
    }
    return OF_CONFIGURATION.contains(field) ? CONFIGURATION : OTHER;
  }
}
