package io.stoker.check;

import io.stoker.yaml.GoYamlText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file seems to be, from the first of its outermost fields that tells. */
public enum FileKind {
  RULES,
  CONFIGURATION,
  /** It holds something, but none of their fields. */
  OTHER,
  /** It holds nothing but comments. */
  EMPTY;

  private static final Pattern NOTHING = Pattern.compile("\\s*(#.*)?|---.*|%.*");

  /** Even without the colon, which may have been forgotten. */
  private static final Pattern FIELD =
      Pattern.compile("([{\\s]*)[\"']?(\\w[\\w.-]*)[\"']?\\s*(:.*)?");

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
    String indentation = "";
    try (InputStream bytes = file.open();
        var lines = new BufferedReader(GoYamlText.of(bytes))) {
      String line = lines.readLine();
      while (line != null) {
        Matcher field = FIELD.matcher(line);
        boolean first = kind == EMPTY && !NOTHING.matcher(line).matches();
        if (field.matches() && (first || field.group(1).equals(indentation))) {
          indentation = field.group(1);
          kind = of(field.group(2));
        } else if (first) {
          kind = OTHER;
        }
        if (kind == RULES || kind == CONFIGURATION) {
          return kind;
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
