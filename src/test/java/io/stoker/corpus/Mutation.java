package io.stoker.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may become of a valid file by a slip of its author, or by another way to write the same. */
enum Mutation {
  NONE,
  INDENT_MORE,
  INDENT_LESS,
  TAB_AS_INDENTATION,
  TAB_AFTER_COLON,
  TRAILING_TAB,
  REMOVE_LINE,
  REPEAT_LINE,
  SWAP_LINES,
  CUT_OFF,
  REMOVE_COLON,
  REMOVE_SPACE_AFTER_COLON,
  REMOVE_QUOTE,
  REMOVE_BRACKET,
  REMOVE_PARENTHESIS,
  MISSPELL_KEY,
  EMPTY_VALUE,
  NULL_VALUE,
  LIST_AS_VALUE,
  KEYS_AS_VALUE,
  NUMBER_AS_VALUE,
  WORD_AS_VALUE,
  YES_AS_VALUE,
  DURATION_AS_VALUE,
  QUOTED_VALUE,
  TEMPLATE_AS_VALUE,
  UNKNOWN_ALIAS,
  STRANGE_CHARACTER,
  CONTROL_CHARACTER,
  COMMENT,
  BLANK_LINES,
  CARRIAGE_RETURNS,
  BYTE_ORDER_MARK,
  SECOND_DOCUMENT;

  private static final Pattern FIELD =
      Pattern.compile("([\\s{-]*[\"']?[\\w\\[\\]]+[\"']?\\s*:)(\\s+)?(.*)");
  private static final List<String> STRANGE =
      List.of(
          "@", "`", "%", "&", "*", "!", "|", ">", "#", ",", "]", "}", "{", "[", ":", "\"", "'",
          "\\", "?");
  private static final List<String> TEMPLATES =
      List.of(
          "'{{ $labels.x'",
          "'{{ $nothing }}'",
          "'{{ if $value }}x'",
          "'{{ $value | nothing }}'",
          "'{{ end }}'",
          "'{{ .Labels.x }} }}'",
          "'{{ \"x }}'",
          "'{{ ($value }}'");

  /** The lines with the mutation; the same if it does not fit to that line. */
  List<String> apply(List<String> lines, int at, int choice) {
    List<String> changed = new ArrayList<>(lines);
    String line = lines.get(at);
    switch (this) {
      case REMOVE_LINE -> changed.remove(at);
      case REPEAT_LINE -> changed.add(at, line);
      case SWAP_LINES -> {
        if (at > 0) {
          changed.set(at - 1, line);
          changed.set(at, lines.get(at - 1));
        }
      }
      case CUT_OFF -> {
        changed.subList(at + 1, changed.size()).clear();
        changed.set(at, line.substring(0, line.length() / 2));
      }
      case COMMENT -> changed.add(at, "# " + line);
      case BLANK_LINES -> changed.addAll(at, List.of("", "   ", ""));
      case BYTE_ORDER_MARK -> changed.set(0, "\ufeff" + lines.getFirst());
      case SECOND_DOCUMENT -> changed.addAll(List.of("...", "---", "other: [not, closed"));
      default -> changed.set(at, line(line, choice));
    }
    return changed;
  }

  private String line(String line, int choice) {
    return switch (this) {
      case INDENT_MORE -> " ".repeat(1 + choice % 3) + line;
      case INDENT_LESS -> line.replaceFirst("^ {1," + (1 + choice % 3) + "}", "");
      case TAB_AS_INDENTATION -> line.replaceFirst("^ +", "\t");
      case TAB_AFTER_COLON -> line.replaceFirst(": ", ":\t");
      case TRAILING_TAB -> line + "\t";
      case REMOVE_COLON -> line.replaceFirst(":", "");
      case REMOVE_SPACE_AFTER_COLON -> line.replaceFirst(": ", ":");
      case REMOVE_QUOTE -> line.replaceFirst(choice % 2 == 0 ? "[\"']()" : "[\"']([^\"']*)$", "$1");
      case REMOVE_BRACKET -> line.replaceFirst(choice % 2 == 0 ? "[\\[{]" : "[\\]}]", "");
      case REMOVE_PARENTHESIS -> line.replaceFirst(choice % 2 == 0 ? "\\(" : "\\)", "");
      case MISSPELL_KEY -> line.replaceFirst("(\\w)([\"']?\\s*:)", "$1x$2");
      case STRANGE_CHARACTER -> inserted(line, STRANGE.get(choice % STRANGE.size()), choice);
      case CONTROL_CHARACTER -> inserted(line, "\u0007", choice);
      default -> withValue(line, choice);
    };
  }

  private String withValue(String line, int choice) {
    Matcher field = FIELD.matcher(line);
    return field.matches() ? field.group(1) + " " + value(field.group(3), choice) : line;
  }

  private String value(String value, int choice) {
    return switch (this) {
      case EMPTY_VALUE -> choice % 2 == 0 ? "''" : "";
      case NULL_VALUE -> choice % 2 == 0 ? "~" : "null";
      case LIST_AS_VALUE -> "[a, b]";
      case KEYS_AS_VALUE -> "{a: b}";
      case NUMBER_AS_VALUE -> List.of("5", "-1", "1.5", "1e3", "0x10", "12:30").get(choice % 6);
      case WORD_AS_VALUE -> List.of("a-b", "a b", "{{x}}", "__name__").get(choice % 4);
      case YES_AS_VALUE -> List.of("yes", "off", "True", "y").get(choice % 4);
      case DURATION_AS_VALUE ->
          List.of("5", "10x", "1h30m", "1m1h", "-5m", "1.5h", "0").get(choice % 7);
      case QUOTED_VALUE -> "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case TEMPLATE_AS_VALUE -> TEMPLATES.get(choice % TEMPLATES.size());
      case UNKNOWN_ALIAS -> "*nothing";
      default -> value;
    };
  }

  private static String inserted(String line, String text, int choice) {
    int at = line.isEmpty() ? 0 : choice % (line.length() + 1);
    return line.substring(0, at) + text + line.substring(at);
  }
}
