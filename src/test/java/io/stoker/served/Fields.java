package io.stoker.served;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of Prometheus' configuration, as fields.txt lists them. */
record Fields(Map<String, List<Field>> byScope) {
  private static final String ROOT = "root";

  /**
   * A field.
   *
   * @param group of which a mapping may have one; empty for none
   * @param slow whether Prometheus takes seconds to end what it configures
   * @param version the only major version that has it; 0 for both
   */
  record Field(
      String scope,
      String name,
      String type,
      boolean required,
      Optional<String> standard,
      String group,
      boolean slow,
      int version) {

    /** The scope of what it holds, if it holds fields. */
    Optional<String> inner() {
      return type.startsWith("list:") || type.startsWith("map:")
          ? Optional.of(type.substring(type.indexOf(':') + 1))
          : Optional.empty();
    }

    boolean isListOfFields() {
      return type.startsWith("list:");
    }

    @Override
    public String toString() {
      return scope + "." + name;
    }
  }

  static Fields of(int version) {
    Map<String, List<Field>> scopes = new LinkedHashMap<>();
    String scope = "";
    for (String line : lines()) {
      if (line.startsWith("[")) {
        scope = line.substring(1, line.length() - 1);
        scopes.put(scope, new ArrayList<>());
      } else if (line.startsWith("with ")) {
        scopes.get(scope).add(field(scope, line.replace(' ', ':')));
      } else {
        scopes.get(scope).add(field(scope, line));
      }
    }
    Map<String, List<Field>> all = new LinkedHashMap<>();
    scopes.keySet().forEach(name -> all.put(name, included(name, scopes, version)));
    return new Fields(all);
  }

  List<Field> in(String scope) {
    return byScope.get(scope);
  }

  List<Field> root() {
    return in(ROOT);
  }

  /** Each field once, however many scopes take it over. */
  List<Field> all() {
    return reachable(ROOT, new ArrayList<>(), new ArrayList<>());
  }

  private List<Field> reachable(String scope, List<String> seen, List<Field> all) {
    if (!seen.contains(scope)) {
      seen.add(scope);
      for (Field field : in(scope)) {
        if (!all.contains(field)) {
          all.add(field);
        }
        field.inner().ifPresent(inner -> reachable(inner, seen, all));
      }
    }
    return all;
  }

  private static List<Field> included(String scope, Map<String, List<Field>> scopes, int version) {
    return scopes.get(scope).stream()
        .flatMap(
            field ->
                field.name().startsWith("with:")
                    ? included(field.name().substring(5), scopes, version).stream()
                    : Stream.of(field))
        .filter(field -> field.version() == 0 || field.version() == version)
        .toList();
  }

  private static Field field(String scope, String line) {
    String[] words = line.split(" ", -1);
    List<String> marks = List.of(words).subList(Math.min(2, words.length), words.length);
    return new Field(
        scope,
        words[0],
        words.length > 1 ? words[1] : "",
        marks.contains("!"),
        mark(marks, "d:"),
        mark(marks, "x:").orElse(""),
        marks.contains("~"),
        marks.contains("2") ? 2 : marks.contains("3") ? 3 : 0);
  }

  private static Optional<String> mark(List<String> marks, String prefix) {
    return marks.stream()
        .filter(mark -> mark.startsWith(prefix))
        .map(mark -> mark.substring(prefix.length()))
        .findAny();
  }

  private static List<String> lines() {
    try (var text = Fields.class.getResourceAsStream("/served/fields.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
