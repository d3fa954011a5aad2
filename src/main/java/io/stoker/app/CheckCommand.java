package io.stoker.app;

import io.stoker.check.CheckResult;
import io.stoker.check.ConfigCheck;
import io.stoker.check.ConfigFile;
import io.stoker.check.FileKind;
import io.stoker.check.Finding;
import io.stoker.source.ReadFailures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code stoker check FILE…}: judges files for pre-commit hooks, CI and people. */
final class CheckCommand {
  static final String NAME = "check";

  private static final int FOUND = 1;
  private static final int USAGE = 2;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final PrintStream out;
  private final PrintStream err;
  private final Promtool promtool;

  CheckCommand(PrintStream out, PrintStream err, Promtool promtool) {
    this.out = out;
    this.err = err;
    this.promtool = promtool;
  }

  /** Returns the code to exit with. */
  int run(String... words) {
    var commandLine = new CheckCommandLine();
    CheckCommandLine.Parsed parsed = commandLine.parse(words);
    if (parsed.help()) {
      out.println(commandLine.usage());
      return 0;
    }
    if (!parsed.faults().isEmpty()) {
      parsed.faults().forEach(fault -> err.println("stoker check: " + fault));
      err.println(commandLine.usage());
      return USAGE;
    }
    return check(parsed);
  }

  private int check(CheckCommandLine.Parsed parsed) {
    var expressions = new FormatQuery(parsed.prometheus(), LONGEST);
    var check = new ConfigCheck(expressions);
    boolean complete = true;
    boolean refused = false;
    for (Path named : parsed.files()) {
      try {
        for (Path file : files(named)) {
          FileKind kind = check.anyFile(ConfigFile.at(file));
          told(file, kind);
          refused |= promtool.refuses(file, kind, out);
        }
      } catch (IOException e) {
        complete = false;
        err.println("stoker check: " + named + ": " + ReadFailures.cause(e));
      }
    }
    CheckResult result = check.result();
    print(result);
    expressions.silence().ifPresent(why -> err.println("stoker check: " + why));
    boolean found = result.hasErrors() || refused || (parsed.strict() && result.warnings() > 0);
    return complete ? found ? FOUND : 0 : USAGE;
  }

  private void told(Path file, FileKind kind) {
    if (kind == FileKind.OTHER) {
      err.println(
          "stoker check: "
              + file
              + ": passed over, for it has no field of a rule file or of Prometheus' configuration");
    }
  }

  private void print(CheckResult result) {
    result.findings().forEach(this::print);
    int more = result.errors() + result.warnings() - result.findings().size();
    if (more > 0) {
      out.println("… and " + more + " more");
    }
    out.println(
        "%s checked: %s, %s"
            .formatted(
                count(result.files(), "file"),
                count(result.errors(), "error"),
                count(result.warnings(), "warning")));
  }

  private void print(Finding finding) {
    String part = finding.place().part().isEmpty() ? "" : finding.place().part() + ": ";
    String severity = finding.isError() ? "error" : "warning";
    out.println(finding.place() + ": " + severity + ": " + part + finding.cause());
    finding
        .excerpt()
        .ifPresent(
            line -> {
              out.println("    " + line.line());
              out.println("    " + " ".repeat(line.caret()) + "^");
            });
    out.println("  " + finding.nextStep());
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** The file itself, or all YAML files below a folder; what begins with a dot is passed over. */
  private static List<Path> files(Path named) throws IOException {
    if (!Files.isDirectory(named)) {
      return List.of(named);
    }
    try (var below = Files.walk(named)) {
      return below
          .filter(path -> !isHidden(named.relativize(path)))
          .filter(path -> path.toString().endsWith(".yml") || path.toString().endsWith(".yaml"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static boolean isHidden(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
