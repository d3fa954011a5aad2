package io.stoker.check;

import io.stoker.check.TemplateToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses a template as Prometheus parses those of alerts when it loads them. */
final class TemplateCheck {
  private static final List<String> GIVEN =
      List.of("$", "$labels", "$externalLabels", "$externalURL", "$value");
  private static final int DEEPEST = 500;

  private final TemplateTokens tokens;
  private final TemplatePipelines pipelines;
  private int ranges;
  private int depth;

  private TemplateCheck(TemplateTokens tokens, TemplatePipelines pipelines) {
    this.tokens = tokens;
    this.pipelines = pipelines;
  }

  /** The functions it names that neither Go nor Prometheus 3.5 has. */
  static List<String> unknownFunctions(String template) throws TemplateRefusal {
    if (!template.contains("{{")) {
      return List.of();
    }
    var tokens = new TemplateTokens(TemplateLexer.tokens(template));
    var pipelines = new TemplatePipelines(tokens, new ArrayList<>(GIVEN));
    new TemplateCheck(tokens, pipelines).all();
    return pipelines.unknownFunctions();
  }

  private enum End {
    END,
    ELSE
  }

  private void all() throws TemplateRefusal {
    while (!tokens.peekWord().is(Kind.END)) {
      if (tokens.nextWord().is(Kind.OPEN)) {
        if (tokens.peekWord().isKeyword("define")) {
          tokens.nextWord();
          definition();
        } else {
          requireNone(action());
        }
      }
    }
  }

  private static void requireNone(Optional<End> end) throws TemplateRefusal {
    if (end.isPresent()) {
      throw new TemplateRefusal("an '{{end}}' or '{{else}}' belongs to nothing");
    }
  }

  private void definition() throws TemplateRefusal {
    tokens.expect(Kind.STRING, "'define'");
    tokens.expect(Kind.CLOSE, "the name of a definition");
    body();
  }

  /** With variables of its own. */
  private void body() throws TemplateRefusal {
    List<String> outer = pipelines.replaceVariables(List.of("$"));
    if (list() != End.END) {
      throw new TemplateRefusal("an '{{else}}' belongs to nothing");
    }
    pipelines.replaceVariables(outer);
  }

  /** To the {@code end} or {@code else} that closes it. */
  private End list() throws TemplateRefusal {
    while (!tokens.peekWord().is(Kind.END)) {
      if (tokens.nextWord().is(Kind.OPEN)) {
        Optional<End> end = action();
        if (end.isPresent()) {
          return end.get();
        }
      }
    }
    throw new TemplateRefusal("an '{{end}}' is missing");
  }

  /** An action may close what contains it. */
  private Optional<End> action() throws TemplateRefusal {
    if (!tokens.peekWord().is(Kind.KEYWORD)) {
      pipelines.pipeline("command", Kind.CLOSE);
      return Optional.empty();
    }
    String word = tokens.nextWord().text();
    return switch (word) {
      case "end" -> {
        tokens.expect(Kind.CLOSE, "'end'");
        yield Optional.of(End.END);
      }
      case "else" -> otherwise();
      default -> {
        statement(word);
        yield Optional.empty();
      }
    };
  }

  private Optional<End> otherwise() throws TemplateRefusal {
    TemplateToken next = tokens.peekWord();
    if (!next.isKeyword("if") && !next.isKeyword("with")) {
      tokens.expect(Kind.CLOSE, "'else'");
    }
    return Optional.of(End.ELSE);
  }

  private void statement(String word) throws TemplateRefusal {
    switch (word) {
      case "if", "with", "range" -> control(word);
      case "break", "continue" -> jump(word);
      case "template" -> template();
      case "block" -> {
        tokens.expect(Kind.STRING, "'block'");
        pipelines.pipeline("block", Kind.CLOSE);
        body();
      }
      default -> throw new TemplateRefusal("'define' stands within something");
    }
  }

  private void control(String word) throws TemplateRefusal {
    depth++;
    if (depth > DEEPEST) {
      throw new TemplateRefusal("it is nested too deeply");
    }
    int outer = pipelines.variables();
    pipelines.pipeline(word, Kind.CLOSE);
    int inRange = word.equals("range") ? 1 : 0;
    ranges += inRange;
    End end = list();
    ranges -= inRange;
    if (end == End.ELSE) {
      elseOf(word);
    }
    pipelines.forget(outer);
    depth--;
  }

  private void elseOf(String word) throws TemplateRefusal {
    boolean chained = !word.equals("range") && tokens.peekWord().isKeyword(word);
    if (chained) {
      tokens.nextWord();
      control(word);
    } else if (list() != End.END) {
      throw new TemplateRefusal("an '{{else}}' follows an '{{else}}'");
    }
  }

  private void jump(String word) throws TemplateRefusal {
    tokens.expect(Kind.CLOSE, "'" + word + "'");
    if (ranges == 0) {
      throw new TemplateRefusal("'" + word + "' stands outside of 'range'");
    }
  }

  private void template() throws TemplateRefusal {
    tokens.expect(Kind.STRING, "'template'");
    if (tokens.peekWord().is(Kind.CLOSE)) {
      tokens.nextWord();
    } else {
      pipelines.pipeline("template", Kind.CLOSE);
    }
  }
}
