package io.stoker.check;

import io.stoker.check.TemplateToken.Kind;
import java.util.List;

/** Goes through the words of a template. */
final class TemplateTokens {
  private final List<TemplateToken> tokens;
  private int at;

  TemplateTokens(List<TemplateToken> tokens) {
    this.tokens = tokens;
  }

  TemplateToken peek() {
    return tokens.get(at);
  }

  TemplateToken peekWord() {
    int next = at;
    while (tokens.get(next).is(Kind.SPACE)) {
      next++;
    }
    return tokens.get(next);
  }

  TemplateToken next() {
    TemplateToken token = tokens.get(at);
    at += token.is(Kind.END) ? 0 : 1;
    return token;
  }

  TemplateToken nextWord() {
    while (peek().is(Kind.SPACE)) {
      at++;
    }
    return next();
  }

  void expect(Kind kind, String after) throws TemplateRefusal {
    if (!nextWord().is(kind)) {
      throw new TemplateRefusal("something unexpected follows " + after);
    }
  }

  /** What stands here, to come back to with {@link #back}. */
  int mark() {
    return at;
  }

  void back(int mark) {
    at = mark;
  }
}
