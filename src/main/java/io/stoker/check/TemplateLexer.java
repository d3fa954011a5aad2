package io.stoker.check;

import io.stoker.check.TemplateToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a template into words, as Go 1.22 to 1.25 do. */
final class TemplateLexer {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final Set<String> KEYWORDS =
      Set.of(
          "block", "break", "continue", "define", "else", "end", "if", "range", "template", "with");
  private static final int LAST_ASCII = 0x7e;

  private final String text;
  private int at;
  private int parens;
  private boolean inAction;

  private TemplateLexer(String text) {
    this.text = text;
  }

  /** All words; the last is {@link Kind#END}. */
  static List<TemplateToken> tokens(String text) throws TemplateRefusal {
    var lexer = new TemplateLexer(text);
    List<TemplateToken> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.inAction ? lexer.action() : lexer.text());
    } while (!tokens.getLast().is(Kind.END));
    return tokens;
  }

  private TemplateToken text() throws TemplateRefusal {
    if (at == text.length()) {
      return new TemplateToken(Kind.END, "");
    }
    int open = text.indexOf(OPEN, at);
    if (open != at) {
      at = open < 0 ? text.length() : open;
      return new TemplateToken(Kind.TEXT, "");
    }
    at += OPEN.length();
    if (text.startsWith("-", at) && at + 1 < text.length() && isSpace(text.charAt(at + 1))) {
      at += 2;
    }
    return text.startsWith(TemplateLiterals.COMMENT, at) ? comment() : open();
  }

  private TemplateToken open() {
    inAction = true;
    parens = 0;
    return new TemplateToken(Kind.OPEN, OPEN);
  }

  private TemplateToken comment() throws TemplateRefusal {
    at = TemplateLiterals.comment(text, at);
    if (closing() == 0) {
      throw new TemplateRefusal("a comment must end directly before '}}'");
    }
    at += closing();
    return new TemplateToken(Kind.TEXT, "");
  }

  /** The length of the delimiter that closes an action here; 0 for none. */
  private int closing() {
    if (text.startsWith(CLOSE, at)) {
      return CLOSE.length();
    }
    boolean trims =
        at < text.length() && isSpace(text.charAt(at)) && text.startsWith("-" + CLOSE, at + 1);
    return trims ? CLOSE.length() + 2 : 0;
  }

  private TemplateToken action() throws TemplateRefusal {
    int closing = closing();
    if (closing > 0) {
      return close(closing);
    }
    if (at == text.length()) {
      throw new TemplateRefusal("'{{' is not closed by '}}'");
    }
    int begin = at;
    char first = text.charAt(at);
    at++;
    return switch (first) {
      case ' ', '\t', '\r', '\n' -> spaces();
      case '"' -> literal(Kind.STRING, TemplateLiterals.quoted(text, begin));
      case '\'' -> literal(Kind.CONSTANT, TemplateLiterals.quoted(text, begin));
      case '`' -> literal(Kind.STRING, TemplateLiterals.raw(text, begin));
      case '$' -> named(Kind.VARIABLE, begin);
      case '.' ->
          isDigit(at)
              ? literal(Kind.CONSTANT, TemplateLiterals.number(text, begin))
              : dotted(begin);
      case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          literal(Kind.CONSTANT, TemplateLiterals.number(text, begin));
      default -> isWord(first) ? word(begin) : symbol(first);
    };
  }

  private TemplateToken close(int length) throws TemplateRefusal {
    if (parens > 0) {
      throw new TemplateRefusal("a '(' is not closed");
    }
    at += length;
    inAction = false;
    return new TemplateToken(Kind.CLOSE, CLOSE);
  }

  private TemplateToken spaces() {
    while (at < text.length() && isSpace(text.charAt(at)) && closing() == 0) {
      at++;
    }
    return new TemplateToken(Kind.SPACE, " ");
  }

  private TemplateToken literal(Kind kind, int end) {
    at = end;
    return new TemplateToken(kind, "");
  }

  private TemplateToken dotted(int begin) throws TemplateRefusal {
    boolean alone = at == text.length() || !isWord(text.charAt(at));
    return named(alone ? Kind.DOT : Kind.FIELD, begin);
  }

  private TemplateToken word(int begin) throws TemplateRefusal {
    TemplateToken name = named(Kind.NAME, begin);
    return switch (name.text()) {
      case "true", "false" -> new TemplateToken(Kind.CONSTANT, name.text());
      case "nil" -> new TemplateToken(Kind.NIL, name.text());
      default ->
          KEYWORDS.contains(name.text()) ? new TemplateToken(Kind.KEYWORD, name.text()) : name;
    };
  }

  private TemplateToken named(Kind kind, int begin) throws TemplateRefusal {
    skipWord();
    boolean ends =
        at == text.length() || " \t\r\n.,|:)(".indexOf(text.charAt(at)) >= 0 || closing() > 0;
    if (!ends) {
      throw new TemplateRefusal("a character that cannot follow a name");
    }
    return new TemplateToken(kind, text.substring(begin, at));
  }

  private TemplateToken symbol(char symbol) throws TemplateRefusal {
    return switch (symbol) {
      case '|' -> new TemplateToken(Kind.PIPE, "|");
      case '=' -> new TemplateToken(Kind.ASSIGN, "=");
      case ':' -> declaration();
      case '(', ')' -> paren(symbol);
      default -> other(symbol);
    };
  }

  private TemplateToken paren(char paren) throws TemplateRefusal {
    parens += paren == '(' ? 1 : -1;
    if (parens < 0) {
      throw new TemplateRefusal("a ')' has no '('");
    }
    return new TemplateToken(paren == '(' ? Kind.LEFT_PAREN : Kind.RIGHT_PAREN, "");
  }

  private static TemplateToken other(char symbol) throws TemplateRefusal {
    if (symbol < ' ' || symbol > LAST_ASCII) {
      throw new TemplateRefusal("a character that no action can hold");
    }
    return new TemplateToken(Kind.OTHER, String.valueOf(symbol));
  }

  private TemplateToken declaration() throws TemplateRefusal {
    if (!text.startsWith("=", at)) {
      throw new TemplateRefusal("a ':' is not followed by '='");
    }
    at++;
    return new TemplateToken(Kind.DECLARE, ":=");
  }

  private void skipWord() {
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private static boolean isSpace(char character) {
    return " \t\r\n".indexOf(character) >= 0;
  }

  static boolean isWord(char character) {
    return character == '_' || Character.isLetterOrDigit(character);
  }
}
