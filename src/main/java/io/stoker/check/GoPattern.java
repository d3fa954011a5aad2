package io.stoker.check;

import java.util.Optional;
import java.util.regex.Pattern;

/** A name's pattern as Go's filepath.Match reads it. */
final class GoPattern {
  private final String pattern;
  private final StringBuilder regex = new StringBuilder();
  private int at;

  private GoPattern(String pattern) {
    this.pattern = pattern;
  }

  /** Absent if the pattern is malformed. */
  static Optional<Pattern> compile(String pattern) {
    var parser = new GoPattern(pattern);
    return parser.all()
        ? Optional.of(Pattern.compile(parser.regex.toString(), Pattern.DOTALL))
        : Optional.empty();
  }

  /** Whether it is more than a plain path. */
  static boolean isPattern(String path) {
    return path.chars().anyMatch(character -> "*?[\\".indexOf(character) >= 0);
  }

  private boolean all() {
    while (at < pattern.length()) {
      char character = pattern.charAt(at);
      if (character == '*' || character == '?') {
        regex.append("[^/]").append(character == '*' ? "*" : "");
        at++;
      } else if (character == '[') {
        at++;
        if (!characters()) {
          return false;
        }
      } else if (!literal()) {
        return false;
      }
    }
    return true;
  }

  private boolean characters() {
    regex.append("(?!/)[");
    if (startsWith('^')) {
      regex.append('^');
      at++;
    }
    int begin = at;
    while (!startsWith(']') || at == begin) {
      if (startsWith('-') || startsWith(']') || !literal()) {
        return false;
      }
      if (startsWith('-')) {
        at++;
        regex.append('-');
        if (startsWith('-') || startsWith(']') || !literal()) {
          return false;
        }
      }
    }
    at++;
    regex.append(']');
    return true;
  }

  private boolean startsWith(char character) {
    return at < pattern.length() && pattern.charAt(at) == character;
  }

  /** One character that stands for itself, perhaps after a backslash. */
  private boolean literal() {
    at += startsWith('\\') ? 1 : 0;
    if (at >= pattern.length()) {
      return false;
    }
    int codePoint = pattern.codePointAt(at);
    at += Character.charCount(codePoint);
    regex.append("\\x{").append(Integer.toHexString(codePoint)).append('}');
    return true;
  }
}
