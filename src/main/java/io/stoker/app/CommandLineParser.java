package io.stoker.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Reads {@code --flag=value} and {@code --flag value}, as Go's kingpin does. */
final class CommandLineParser {
  private final List<? extends Option> options;
  private final CommandLine commandLine;

  /**
   * What a command line asks for.
   *
   * @param values the texts of each flag given
   * @param faults unknown or malformed flags, one sentence each
   */
  record Parsed(
      Map<Option, List<String>> values, List<String> faults, boolean help, boolean version) {}

  private CommandLineParser(List<? extends Option> options, CommandSpec spec) {
    this.options = options;
    this.commandLine = new CommandLine(spec(options, spec));
  }

  /** Of the sidecar. */
  static CommandLineParser sidecar() {
    CommandSpec spec = CommandSpec.create().name("stoker");
    spec.usageMessage()
        .description(
            "Keeps Prometheus running the configuration that was last written, and proves it.%n")
        .footer(
            "%nEvery flag is an environment variable, too (--config-file is STOKER_CONFIG_FILE).",
            "stoker check FILE... checks files instead: see stoker check --help.",
            "stoker watch serves many targets from a pod of its own: see stoker watch --help.");
    return new CommandLineParser(List.of(Flag.values()), spec);
  }

  /** Of {@code stoker watch}. */
  static CommandLineParser watch() {
    CommandSpec spec = CommandSpec.create().name("stoker watch");
    spec.usageMessage()
        .description(
            "Reloads, from a pod of its own, what annotated ConfigMaps feed, and proves it.%n")
        .footer(
            "%nEvery flag is an environment variable, too (--namespaces is STOKER_NAMESPACES).",
            "A ConfigMap asks for a reload by an annotation, stoker.io/reload: NAME_OF_A_SERVICE.");
    return new CommandLineParser(List.of(WatchFlag.values()), spec);
  }

  Parsed parse(String... arguments) {
    ParseResult result = commandLine.parseArgs(arguments);
    var values = new HashMap<Option, List<String>>();
    for (Option flag : options) {
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

  private static CommandSpec spec(List<? extends Option> options, CommandSpec spec) {
    spec.usageMessage().width(110).sortOptions(false);
    spec.parser().collectErrors(true);
    options.stream().map(CommandLineParser::option).forEach(spec::addOption);
    return spec.addOption(
            OptionSpec.builder("--help", "-h").usageHelp(true).description("shows this").build())
        .addOption(
            OptionSpec.builder("--version")
                .versionHelp(true)
                .description("shows the version")
                .build());
  }

  private static OptionSpec option(Option flag) {
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
