package io.stoker.corpus;

import java.util.List;
import java.util.Locale;

/**
 * One configuration: a valid file with one mutation, beside other files that are valid.
 *
 * @param base the valid file, such as {@code rules-plain.yml}
 * @param line the first that the mutation touches, from 1
 */
record Specimen(int number, String base, Mutation mutation, int line, List<String> lines) {
  private static final List<String> BLOCKS = List.of("- name:", "- job_name:");

  Kind kind() {
    return Kind.valueOf(base.substring(0, base.indexOf('-')).toUpperCase(Locale.ROOT));
  }

  enum Kind {
    MAIN("prometheus.yml"),
    RULES("rules/rules.yml"),
    SCRAPES("scrapes/scrapes.yml");

    private final String path;

    Kind(String path) {
      this.path = path;
    }

    /** Below the folder of the configuration. */
    String path() {
      return path;
    }
  }

  String text() {
    return String.join(mutation == Mutation.CARRIAGE_RETURNS ? "\r\n" : "\n", lines);
  }

  boolean hasField(String name) {
    return lines.stream().anyMatch(text -> text.matches(".*[\\s{\"'-]?\\b" + name + "[\"']?:.*"));
  }

  /** Whether both lines lie in the same group of rules, or within a line of each other. */
  boolean isNear(int other) {
    return Math.abs(other - line) <= 1 || (block(other) == block(line) && block(line) > 0);
  }

  /** The line that the group begins in; 0 for none. */
  private int block(int from) {
    for (int at = Math.min(from, lines.size()); at > 0; at--) {
      String text = lines.get(at - 1).strip();
      if (BLOCKS.stream().anyMatch(text::startsWith)) {
        return at;
      }
    }
    return 0;
  }

  @Override
  public String toString() {
    return "#%d %s %s line %d".formatted(number, base, mutation, line);
  }
}
