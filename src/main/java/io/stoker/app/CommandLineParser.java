package io.stoker.app;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Reads {@code --flag=value} and {@code --flag value}, as Go's kingpin does. */
final class CommandLineParser {
  private final CommandLine commandLine = new CommandLine(spec());

  /**
   * What a command line asks for.
   *
   * @param values the texts of each flag given
   * @param faults unknown or malformed flags, one sentence each
   */
  record Parsed(
      Map<Flag, List<String>> values, List<String> faults, boolean help, boolean version) {}

  Parsed parse(String... arguments) {
    ParseResult result = commandLine.parseArgs(arguments);
    var values = new EnumMap<Flag, List<String>>(Flag.class);
    for (Flag flag : Flag.values()) {
      if (result.hasMatchedOption(flag.option())) {
        values.put(flag, result.matchedOption(flag.option()).originalStringValues());
      }
    }
    return new Parsed(
        values,
        result.errors().stream().map(e -> withoutSecrets(e.getMessage())).toList(),
        result.isUsageHelpRequested(),
        result.isVersionHelpRequested());
  }

  String usage() {
    return commandLine.getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  /** A mistyped flag may be followed by a URL with credentials or with a key in its query. */
  static String withoutSecrets(String fault) {
    return fault.replaceAll("//\\S*@", "//…@").replaceAll("\\?[^\\s']+", "?…");
  }

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("stoker");
    spec.usageMessage()
        .description(
            "Keeps Prometheus running the configuration that was last written, and proves it.%n")
        .footer(
            "%nEvery flag is an environment variable, too (--config-file is STOKER_CONFIG_FILE).",
            "stoker check FILE... checks files instead: see stoker check --help.")
        .width(110)
        .sortOptions(false);
    spec.parser().collectErrors(true);
    Arrays.stream(Flag.values()).map(CommandLineParser::option).forEach(spec::addOption);
    return spec.addOption(
            OptionSpec.builder("--help", "-h").usageHelp(true).description("shows this").build())
        .addOption(
            OptionSpec.builder("--version")
                .versionHelp(true)
                .description("shows the version")
                .build());
  }

  private static OptionSpec option(Flag flag) {
    var type = flag.repeatable() ? String[].class : String.class;
    String preset = flag.defaultValue().isEmpty() ? "" : " (default " + flag.defaultValue() + ")";
    return OptionSpec.builder(flag.option())
        .type(type)
        .arity(flag.isSwitch() ? "0..1" : "1")
        .fallbackValue("true")
        .paramLabel("VALUE")
        .description(flag.meaning() + preset)
        .build();
  }
}
