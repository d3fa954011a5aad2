package io.stoker.watch;

import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.ObjectName;
import java.util.Comparator;
import java.util.List;

/** A ConfigMap or a Secret that feeds targets; ordered by name. */
record SourceName(ObjectName object, boolean secret) implements Comparable<SourceName> {
  private static final String SECRET = " (Secret)";

  static SourceName of(ConfigMapFacts facts) {
    return new SourceName(facts.name(), facts.secret());
  }

  /** Reads what {@link #toString} wrote. */
  static SourceName parse(String text) {
    boolean secret = text.endsWith(SECRET);
    String name = secret ? text.substring(0, text.length() - SECRET.length()) : text;
    int slash = name.indexOf('/');
    return new SourceName(
        new ObjectName(name.substring(0, slash), name.substring(slash + 1)), secret);
  }

  /** All of them as people see them. */
  static List<String> texts(List<SourceName> names) {
    return names.stream().map(SourceName::toString).toList();
  }

  String namespace() {
    return object.namespace();
  }

  /** Without its namespace. */
  String name() {
    return object.name();
  }

  String kind() {
    return secret ? "Secret" : "ConfigMap";
  }

  /** A key of it as fingerprints name it, such as {@code prometheus-config/rules.yml}. */
  String content(String key) {
    return (secret ? "secret/" : "") + name() + "/" + key;
  }

  /** A key of it as people see it, such as {@code monitoring/prometheus-config/rules.yml}. */
  String file(String key) {
    return this + "/" + key;
  }

  @Override
  public int compareTo(SourceName other) {
    return Comparator.comparing(SourceName::toString).compare(this, other);
  }

  /** As people see it, such as {@code monitoring/prometheus-config}. */
  @Override
  public String toString() {
    return object + (secret ? SECRET : "");
  }
}
