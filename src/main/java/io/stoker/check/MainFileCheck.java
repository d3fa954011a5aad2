package io.stoker.check;

import io.stoker.yaml.Position;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A main file, or a file of scrape configurations: which other files it names. All else in it is
 * Prometheus' to judge, whose answer to a reload names file, line and field.
 */
final class MainFileCheck implements DocumentWalk.Visitor {
  static final String RULE_FILES = "rule_files";
  static final String SCRAPE_CONFIG_FILES = "scrape_config_files";

  private static final Set<String> PATTERNS = Set.of(RULE_FILES, SCRAPE_CONFIG_FILES);

  /** A star may stand only in the last part of a path (Prometheus 2.53 and 3.5). */
  private static final Pattern ALLOWED = Pattern.compile("[^*]*(\\*[^/]*)?");

  private final FileFindings findings;
  private final List<NamedFiles> named = new ArrayList<>();

  /** What a main file says of other files. */
  record NamedFiles(String key, Position position, String pattern) {}

  MainFileCheck(FileFindings findings) {
    this.findings = findings;
  }

  List<NamedFiles> named() {
    return named;
  }

  @Override
  public void root(YamlNode other) {
    if (!other.isNull()) {
      findings.error(
          other.position(),
          "a configuration has to have fields, such as 'scrape_configs:'",
          "compare it with Prometheus' documentation");
    }
  }

  @Override
  public void key(YamlNode key) {}

  @Override
  public void value(YamlNode key, YamlNode value) {
    if (value.resolved() instanceof Sequence list) {
      list.items().forEach(item -> item(key, item));
    }
  }

  @Override
  public void item(YamlNode key, YamlNode item) {
    if (Value.of(key) instanceof Value.Text name
        && PATTERNS.contains(name.text())
        && Value.of(item) instanceof Value.Text pattern) {
      if (ALLOWED.matcher(pattern.text()).matches()) {
        named.add(new NamedFiles(name.text(), item.position(), pattern.text()));
      } else {
        findings.error(
            item.position(),
            "a '*' stands before the last '/' of a path",
            "name the folders one by one: only the last part may hold a '*'");
      }
    }
  }
}
