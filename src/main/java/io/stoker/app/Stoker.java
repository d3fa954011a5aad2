package io.stoker.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import io.stoker.app.CommandLineParser.Parsed;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program: reads the command line, hands the settings to Quarkus and starts it. */
@QuarkusMain
public final class Stoker {
  private static final int USAGE = 2;

  /** What Quarkus' signal handler, which only a native executable has, passes on. */
  private static final int TERMINATED = 128 + 15;

  private Stoker() {}

  /** Exits with 0 after SIGTERM, 2 for a faulty configuration, 1 for a failed start. */
  public static void main(String... arguments) {
    OwnExecutable.shareOneArena();
    var commandLine = new CommandLineParser();
    Parsed parsed = commandLine.parse(arguments);
    Map<String, String> flags = SettingsSource.keys(parsed.values());
    SmallRyeConfig config = SettingsSource.config(flags);
    if (parsed.help()) {
      exit(0, System.out, commandLine.usage());
    } else if (parsed.version()) {
      exit(0, System.out, "stoker, version " + config.getValue("stoker.version", String.class));
    } else {
      Optional<Settings> settings = settings(parsed, config, commandLine);
      settings.ifPresent(
          valid -> {
            if (valid.timing().watchInterval().isZero()) {
              System.exit(LastGood.handOver(valid, System.out));
            }
            start(flags, valid);
          });
    }
  }

  private static Optional<Settings> settings(
      Parsed parsed, SmallRyeConfig config, CommandLineParser commandLine) {
    List<String> problems = new ArrayList<>(parsed.faults());
    try {
      Settings settings = SettingsParser.parse(SettingsSource.of(config));
      if (problems.isEmpty()) {
        return Optional.of(settings);
      }
    } catch (InvalidSettings e) {
      problems.addAll(e.problems());
    }
    problems.forEach(problem -> System.err.println("stoker: " + problem));
    exit(USAGE, System.err, commandLine.usage());
    return Optional.empty();
  }

  private static void start(Map<String, String> flags, Settings settings) {
    flags.forEach(System::setProperty);
    QuarkusProperties.of(settings).forEach(System::setProperty);
    Quarkus.run(null, Stoker::ended);
  }

  /** Quarkus leaves it to this to tell why a start failed. */
  private static void ended(int code, Throwable failure) {
    if (failure != null) {
      System.err.println("stoker: the start failed: " + StartFailures.reason(failure));
    }
    System.exit(code == TERMINATED ? 0 : code);
  }

  private static void exit(int code, PrintStream out, String text) {
    out.println(text);
    System.exit(code);
  }
}
