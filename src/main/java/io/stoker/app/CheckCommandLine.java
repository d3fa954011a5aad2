package io.stoker.app;

import io.stoker.source.ReadFailures;
import io.stoker.target.ApiAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The command line of {@code stoker check}. */
final class CheckCommandLine {
  private static final String PROMETHEUS = "--prometheus";
  private static final String CA_FILE = "--ca-file";
  private static final String STRICT = "--strict";

  private final CommandLine commandLine = new CommandLine(spec());

  /**
   * What is asked for.
   *
   * @param faults one sentence each; if there are any, nothing else counts
   */
  record Parsed(
      List<Path> files,
      Optional<ApiAccess> prometheus,
      boolean strict,
      boolean help,
      List<String> faults) {}

  Parsed parse(String... words) {
    ParseResult result = commandLine.parseArgs(words);
    List<String> faults = new ArrayList<>();
    result
        .errors()
        .forEach(fault -> faults.add(CommandLineParser.withoutSecrets(fault.getMessage())));
    String[] files = result.matchedPositionalValue(0, new String[0]);
    if (files.length == 0 && faults.isEmpty()) {
      faults.add("no file is given");
    }
    Optional<SSLSocketFactory> sockets = sockets(result.matchedOptionValue(CA_FILE, ""), faults);
    Optional<URI> prometheus = url(result.matchedOptionValue(PROMETHEUS, ""), faults);
    return new Parsed(
        Arrays.stream(files).map(Path::of).toList(),
        prometheus.map(url -> ApiAccess.at(url, sockets)),
        result.matchedOptionValue(STRICT, false),
        result.isUsageHelpRequested(),
        faults);
  }

  String usage() {
    return commandLine.getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  private static Optional<SSLSocketFactory> sockets(String file, List<String> faults) {
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(new CaFile(Path.of(file)).sockets());
    } catch (IOException e) {
      faults.add(CA_FILE + ": " + file + ": " + ReadFailures.cause(e));
    } catch (InvalidPathException e) {
      faults.add(CA_FILE + " is no path: " + e.getReason());
    }
    return Optional.empty();
  }

  private static Optional<URI> url(String text, List<String> faults) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI url = URI.create(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException e) {
      // told below, without the text, which may hold credentials
    }
    faults.add(PROMETHEUS + " is no URL such as http://127.0.0.1:9090");
    return Optional.empty();
  }

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("stoker check");
    spec.usageMessage()
        .description(
            "Checks rule files and Prometheus' configuration, with the files that it names.%n")
        .footer(
            "%nA folder stands for all *.yml and *.yaml below it. promtool is asked, too, if it is on PATH.",
            "Exits with 0 if nothing is wrong, 1 if something is, 2 if the command line is wrong or a file",
            "cannot be read.")
        .width(110)
        .sortOptions(false);
    spec.parser().collectErrors(true);
    return spec.addPositional(
            PositionalParamSpec.builder()
                .paramLabel("FILE")
                .arity("0..*")
                .type(String[].class)
                .description("files or folders")
                .build())
        .addOption(option(PROMETHEUS, String.class, "URL", "a Prometheus that judges expressions"))
        .addOption(
            option(
                CA_FILE,
                String.class,
                "FILE",
                "certificates in PEM of the authorities that vouch for it, instead of the usual ones"))
        .addOption(option(STRICT, boolean.class, "", "exits with 1 for warnings, too"))
        .addOption(
            OptionSpec.builder("--help", "-h").usageHelp(true).description("shows this").build());
  }

  private static OptionSpec option(String name, Class<?> type, String value, String meaning) {
    return OptionSpec.builder(name).type(type).paramLabel(value).description(meaning).build();
  }
}
