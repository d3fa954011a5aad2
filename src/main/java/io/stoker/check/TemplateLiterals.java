package io.stoker.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where comments, numbers and quoted texts in a template end. */
final class TemplateLiterals {
  static final String COMMENT = "/*";

  private static final String COMMENT_END = "*/";
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?:[^\\\\]++|\\\\(?:[abfnrtv\\\\\"]|[0-7]{3}|x\\p{XDigit}{2}|u\\p{XDigit}{4}|U\\p{XDigit}{8}))*+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:0[xX][0-9a-fA-F_]*(?:\\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?"
              + "|0[oO][0-7_]*|0[bB][01_]*"
              + "|[0-9_]*(?:\\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?");

  private TemplateLiterals() {}

  /** The index after a comment. */
  static int comment(String text, int begin) throws TemplateRefusal {
    int end = text.indexOf(COMMENT_END, begin);
    if (end < 0) {
      throw new TemplateRefusal("a comment is not closed");
    }
    return end + COMMENT_END.length();
  }

  /** The index after a text in double quotes or a character in single ones. */
  static int quoted(String text, int begin) throws TemplateRefusal {
    char quote = text.charAt(begin);
    int at = begin + 1;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length() || text.charAt(at) != quote) {
      throw new TemplateRefusal("a quoted text is not closed");
    }
    if (quote == '"' && !QUOTED.matcher(text).region(begin + 1, at).matches()) {
      throw new TemplateRefusal("a quoted text has an escape that Go does not know");
    }
    return at + 1;
  }

  static int raw(String text, int begin) throws TemplateRefusal {
    int end = text.indexOf('`', begin + 1);
    if (end < 0) {
      throw new TemplateRefusal("a raw quoted text is not closed");
    }
    return end + 1;
  }

  static int number(String text, int begin) throws TemplateRefusal {
    Matcher number = NUMBER.matcher(text).region(begin, text.length());
    int end = number.lookingAt() ? number.end() : begin;
    boolean digits = text.substring(begin, end).chars().anyMatch(c -> c >= '0' && c <= '9');
    if (!digits || (end < text.length() && TemplateLexer.isWord(text.charAt(end)))) {
      throw new TemplateRefusal("a number is malformed");
    }
    return end;
  }
}
