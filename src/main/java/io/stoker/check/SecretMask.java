package io.stoker.check;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what may be a secret in a line of a configuration file; in doubt all but the key. */
final class SecretMask {
  static final String HIDDEN = "…";

  private static final Pattern KEY = Pattern.compile("(?<![\\w.:-])([\\w.-]+)[\"']?\\s*:");
  private static final Pattern SECRET =
      Pattern.compile(
          ".*(passw|passphrase|secret|token|credential|authorization|cookie|bearer|apikey).*"
              + "|(.*[_-])?key");
  private static final Pattern REFERENCE = Pattern.compile(".*_(file|files|ref|url|name|type)");
  private static final Pattern USER_INFO = Pattern.compile("://[^/\\s]*@");

  /** The indentation of the key whose value may go on in the lines below; -1 for none. */
  private int owner = -1;

  /** The line as it may be shown; all lines of a file have to be given, one after the other. */
  String masked(String line) {
    int indentation = indentation(line);
    if (owner >= 0 && (indentation > owner || line.isBlank())) {
      return " ".repeat(indentation) + HIDDEN;
    }
    Matcher keys = KEY.matcher(line);
    while (keys.find()) {
      if (isSecret(keys.group(1))) {
        owner = indentation;
        return line.substring(0, keys.end()) + (keys.end() == line.length() ? "" : " " + HIDDEN);
      }
    }
    owner = -1;
    return USER_INFO.matcher(line).replaceAll("://" + HIDDEN + "@");
  }

  static boolean isSecret(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return SECRET.matcher(lower).matches() && !REFERENCE.matcher(lower).matches();
  }

  private static int indentation(String line) {
    int spaces = 0;
    while (spaces < line.length() && " \t".indexOf(line.charAt(spaces)) >= 0) {
      spaces++;
    }
    return spaces;
  }
}
