package io.stoker.check;

import io.stoker.check.TemplateToken.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Parses what a template's actions compute, with the variables that are known there. */
final class TemplatePipelines {
  /** Those of Go, and those of Prometheus 3.5, of which 2.53 has all but a few. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          ("and or not len index slice print printf println html js urlquery call eq ne lt le gt ge"
                  + " query first label value strvalue args reReplaceAll safeHtml match title"
                  + " toUpper toLower graphLink tableLink sortByLabel stripPort stripDomain humanize"
                  + " humanize1024 humanizeDuration humanizePercentage humanizeTimestamp toTime"
                  + " pathPrefix externalURL parseDuration")
              .split(" "));

  private static final Set<Kind> TERMS =
      EnumSet.of(
          Kind.NAME,
          Kind.VARIABLE,
          Kind.FIELD,
          Kind.DOT,
          Kind.NIL,
          Kind.CONSTANT,
          Kind.STRING,
          Kind.LEFT_PAREN);
  private static final Set<Kind> LITERALS =
      EnumSet.of(Kind.DOT, Kind.NIL, Kind.CONSTANT, Kind.STRING);
  private static final int DEEPEST = 500;

  private final TemplateTokens tokens;
  private final List<String> unknown = new ArrayList<>();
  private List<String> variables;
  private int depth;

  TemplatePipelines(TemplateTokens tokens, List<String> variables) {
    this.tokens = tokens;
    this.variables = variables;
  }

  List<String> unknownFunctions() {
    return unknown;
  }

  /** How many are known. */
  int variables() {
    return variables.size();
  }

  /** Keeps only so many. */
  void forget(int count) {
    variables.subList(count, variables.size()).clear();
  }

  /** Returns those known before. */
  List<String> replaceVariables(List<String> others) {
    List<String> before = variables;
    variables = new ArrayList<>(others);
    return before;
  }

  /** From here to the delimiter that ends it. */
  void pipeline(String context, Kind end) throws TemplateRefusal {
    declarations(context);
    boolean first = true;
    while (!tokens.peekWord().is(end)) {
      Kind begin = tokens.peekWord().kind();
      if (!TERMS.contains(begin)) {
        throw new TemplateRefusal("something unexpected stands in an action");
      }
      if (!first && LITERALS.contains(begin)) {
        throw new TemplateRefusal("after '|' stands what is no function");
      }
      command();
      first = false;
    }
    if (first) {
      throw new TemplateRefusal("an action is empty");
    }
    tokens.nextWord();
  }

  private void declarations(String context) throws TemplateRefusal {
    int most = context.equals("range") ? 2 : 1;
    for (int count = 1; tokens.peekWord().is(Kind.VARIABLE); count++) {
      int mark = tokens.mark();
      String name = tokens.nextWord().text();
      TemplateToken next = tokens.peekWord();
      boolean comma = next.is(Kind.OTHER) && next.text().equals(",");
      if (!comma && !next.is(Kind.DECLARE) && !next.is(Kind.ASSIGN)) {
        tokens.back(mark);
        return;
      }
      tokens.nextWord();
      variables.add(name);
      if (!comma) {
        return;
      }
      if (count == most) {
        throw new TemplateRefusal("too many variables are declared at once");
      }
    }
  }

  private void command() throws TemplateRefusal {
    boolean more = true;
    while (more) {
      if (TERMS.contains(tokens.peekWord().kind())) {
        operand();
      }
      TemplateToken next = tokens.peek();
      switch (next.kind()) {
        case SPACE -> tokens.next();
        case PIPE -> {
          tokens.next();
          more = false;
        }
        case CLOSE, RIGHT_PAREN -> more = false;
        default -> throw new TemplateRefusal("something unexpected follows a value");
      }
    }
  }

  private void operand() throws TemplateRefusal {
    TemplateToken term = tokens.nextWord();
    switch (term.kind()) {
      case NAME -> function(term.text());
      case VARIABLE -> variable(term.text());
      case LEFT_PAREN -> parenthesized();
      default -> {}
    }
    boolean chained = tokens.peek().is(Kind.FIELD);
    if (chained && LITERALS.contains(term.kind())) {
      throw new TemplateRefusal("a '.' follows what has no fields");
    }
    while (tokens.peek().is(Kind.FIELD)) {
      tokens.next();
    }
  }

  private void parenthesized() throws TemplateRefusal {
    depth++;
    if (depth > DEEPEST) {
      throw new TemplateRefusal("it is nested too deeply");
    }
    pipeline("parentheses", Kind.RIGHT_PAREN);
    depth--;
  }

  private void function(String name) {
    if (!FUNCTIONS.contains(name)) {
      unknown.add(name);
    }
  }

  private void variable(String name) throws TemplateRefusal {
    if (!variables.contains(name)) {
      throw new TemplateRefusal("the variable " + name + " is not defined");
    }
  }
}
