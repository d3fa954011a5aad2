package io.stoker.check;

import io.stoker.yaml.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks a text as a file. */
final class Checked {
  private Checked() {}

  static List<Finding> rules(Path folder, String text) throws IOException {
    return rules(folder, text, Expressions.unjudged());
  }

  static List<Finding> rules(Path folder, String text, Expressions expressions) throws IOException {
    var check = new ConfigCheck(expressions);
    check.ruleFile(ConfigFile.at(Files.writeString(folder.resolve("rules.yml"), text)));
    return check.result().findings();
  }

  static List<Finding> main(Path folder, String text) throws IOException {
    var check = new ConfigCheck(Expressions.unjudged());
    check.mainFile(ConfigFile.at(Files.writeString(folder.resolve("prometheus.yml"), text)));
    return check.result().findings();
  }

  /** Such as {@code error 3:5 group "a": the cause}. */
  static String words(Finding finding) {
    String part = finding.place().part().isEmpty() ? "" : " " + finding.place().part();
    return "%s %s%s: %s"
        .formatted(
            finding.isError() ? "error" : "warning",
            finding.place().position().map(Position::toString).orElse("-"),
            part,
            finding.cause());
  }
}
