package io.stoker.check;

/**
 * A word of Go's text/template within an action.
 *
 * @param text for a keyword or name itself, with the {@code $} or dots that belong to it
 */
record TemplateToken(Kind kind, String text) {

  enum Kind {
    /** Text outside of actions. */
    TEXT,
    OPEN,
    CLOSE,
    SPACE,
    KEYWORD,
    NAME,
    VARIABLE,
    FIELD,
    DOT,
    NIL,
    /** A number, a truth value or a character. */
    CONSTANT,
    STRING,
    PIPE,
    DECLARE,
    ASSIGN,
    LEFT_PAREN,
    RIGHT_PAREN,
    /** Any other printable character. */
    OTHER,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isKeyword(String word) {
    return kind == Kind.KEYWORD && text.equals(word);
  }
}
