package io.stoker.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import io.stoker.app.CommandLineParser.Parsed;
import io.stoker.report.TerminationLog;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program: reads the command line, and checks files or hands the settings to Quarkus. */
@QuarkusMain
public final class Stoker {
  private static final int USAGE = 2;

  /** What Quarkus' signal handler, which only a native executable has, passes on. */
  private static final int TERMINATED = 128 + 15;

  private Stoker() {}

  /**
   * Exits with 0 after SIGTERM, 2 for a faulty configuration, 1 for a failed start; {@code check}
   * exits as its usage says.
   */
  public static void main(String... arguments) {
    OwnExecutable.shareOneArena();
    String command = arguments.length == 0 ? "" : arguments[0];
    switch (command) {
      case CheckCommand.NAME -> System.exit(check(withoutFirst(arguments)));
      case Mode.WATCH ->
          run(CommandLineParser.watch(), WatchSettingsParser::parse, withoutFirst(arguments));
      default -> run(CommandLineParser.sidecar(), SettingsParser::parse, arguments);
    }
  }

  private static String[] withoutFirst(String... words) {
    return Arrays.copyOfRange(words, 1, words.length);
  }

  private static int check(String... words) {
    var promtool = Promtool.onPath(System.getenv("PATH"));
    return new CheckCommand(utf8(FileDescriptor.out), utf8(FileDescriptor.err), promtool)
        .run(words);
  }

  /** A container seldom has a locale, and without one other characters become question marks. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  private static void run(CommandLineParser commandLine, Mode.Parser parser, String... arguments) {
    Parsed parsed = commandLine.parse(arguments);
    Map<String, String> flags = SettingsSource.keys(parsed.values());
    SmallRyeConfig config = SettingsSource.config(flags);
    if (parsed.help()) {
      exit(0, System.out, commandLine.usage());
    } else if (parsed.version()) {
      exit(0, System.out, "stoker, version " + config.getValue("stoker.version", String.class));
    } else {
      mode(parsed, config, commandLine, parser).ifPresent(valid -> run(flags, valid));
    }
  }

  private static void run(Map<String, String> flags, Mode mode) {
    if (mode instanceof Settings settings && settings.timing().watchInterval().isZero()) {
      System.exit(LastGood.handOver(settings, System.out));
    }
    start(flags, mode);
  }

  private static Optional<Mode> mode(
      Parsed parsed, SmallRyeConfig config, CommandLineParser commandLine, Mode.Parser parser) {
    List<String> problems = new ArrayList<>(parsed.faults());
    try {
      Mode mode = parser.parse(SettingsSource.of(config));
      if (problems.isEmpty()) {
        return Optional.of(mode);
      }
    } catch (InvalidSettings e) {
      problems.addAll(e.problems());
    }
    String file =
        config
            .getOptionalValue(Flag.TERMINATION_LOG.key(), String.class)
            .orElseGet(Flag.TERMINATION_LOG::defaultValue);
    new TerminationLog(Path.of(file)).write(String.join("\n", problems));
    problems.forEach(problem -> System.err.println("stoker: " + problem));
    exit(USAGE, System.err, commandLine.usage());
    return Optional.empty();
  }

  private static void start(Map<String, String> flags, Mode mode) {
    flags.forEach(System::setProperty);
    QuarkusProperties.of(mode).forEach(System::setProperty);
    var log = new TerminationLog(mode.logging().termination());
    Quarkus.run(null, (code, failure) -> ended(code, failure, log));
  }

  /** Quarkus leaves it to this to tell why a start failed. */
  private static void ended(int code, Throwable failure, TerminationLog log) {
    if (failure != null) {
      String message = "the start failed: " + StartFailures.reason(failure);
      log.write(message);
      System.err.println("stoker: " + message);
    }
    System.exit(code == TERMINATED ? 0 : code);
  }

  private static void exit(int code, PrintStream out, String text) {
    out.println(text);
    System.exit(code);
  }
}
