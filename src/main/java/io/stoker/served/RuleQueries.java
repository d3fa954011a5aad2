package io.stoker.served;

import io.stoker.yaml.DocumentCursor;
import io.stoker.yaml.GoYamlText;
import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queries of one group of a file that is a {@link RuleFile}. */
public final class RuleQueries {
  private RuleQueries() {}

  /** In the order of the file; none if it has no such group. */
  public static List<String> of(ConfigText file, String group) throws IOException {
    try (InputStream bytes = file.open()) {
      var cursor = new DocumentCursor(GoYamlText.of(bytes), mapping -> {}, FileSections.MOST_NODES);
      if (cursor.begin() && cursor.entersMapping()) {
        while (cursor.more()) {
          cursor.read(); // the only key is "groups"
          Optional<Map<String, YamlNode>> found = find(new Section(cursor), group);
          if (found.isPresent()) {
            return queries(found.get());
          }
        }
      }
      return List.of();
    } catch (YamlRefusal e) {
      return List.of();
    }
  }

  private static Optional<Map<String, YamlNode>> find(Section groups, String name)
      throws YamlRefusal, IOException {
    Optional<YamlNode> group = groups.next();
    while (group.isPresent()) {
      Optional<Map<String, YamlNode>> fields = RuleFile.fields(group.get());
      if (fields.filter(all -> RuleFile.text(all.get("name")).equals(name)).isPresent()) {
        return fields;
      }
      group = groups.next();
    }
    return Optional.empty();
  }

  private static List<String> queries(Map<String, YamlNode> group) {
    return RuleFile.items(group.get("rules")).stream()
        .flatMap(rule -> RuleFile.fields(rule).stream())
        .map(rule -> RuleFile.text(rule.get("expr")))
        .toList();
  }
}
