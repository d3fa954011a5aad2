package io.stoker.app;

import io.stoker.check.CheckPolicy;
import io.stoker.reload.DriftPolicy;
import io.stoker.source.ReadFailures;
import io.stoker.watch.TargetAccess;
import io.stoker.watch.WatchPolicy;
import io.stoker.watch.WatchRules;
import io.stoker.watch.WatchRulesFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes the settings of {@code stoker watch} of texts. */
final class WatchSettingsParser {
  private static final String NAME = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";

  /** As {@code kubectl --selector} takes it (Kubernetes, "Labels and Selectors"). */
  private static final Pattern SELECTOR = selector();

  private final FlagReader flags;

  private WatchSettingsParser(FlagReader flags) {
    this.flags = flags;
  }

  /**
   * Checks everything.
   *
   * @param given the texts a user gave for a flag; empty where none
   * @throws InvalidSettings with every fault
   */
  static WatchSettings parse(Function<Option, List<String>> given) throws InvalidSettings {
    var flags = new FlagReader(given);
    return flags.checked(new WatchSettingsParser(flags).settings());
  }

  private WatchSettings settings() {
    return new WatchSettings(
        scope(),
        policy(),
        flags.text(WatchFlag.LEASE).map(name -> named(WatchFlag.LEASE, name)),
        flags.address(WatchFlag.LISTEN_ADDRESS),
        flags.logging(WatchFlag.LOG_FORMAT, WatchFlag.LOG_LEVEL, WatchFlag.TERMINATION_LOG));
  }

  private WatchSettings.Scope scope() {
    List<String> namespaces =
        flags.all(WatchFlag.NAMESPACES).stream()
            .flatMap(text -> List.of(text.split(",", -1)).stream())
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .map(name -> named(WatchFlag.NAMESPACES, name))
            .toList();
    boolean all = flags.yes(WatchFlag.ALL_NAMESPACES);
    if (all && !namespaces.isEmpty()) {
      flags.problem(
          "%s and %s: give one of them"
              .formatted(WatchFlag.NAMESPACES.option(), WatchFlag.ALL_NAMESPACES.option()));
    }
    return new WatchSettings.Scope(namespaces, all, labels(), flags.yes(WatchFlag.SECRETS));
  }

  private String labels() {
    String labels = flags.text(WatchFlag.SELECTOR).orElse("");
    if (!labels.isEmpty() && !SELECTOR.matcher(labels).matches()) {
      flags.problem(
          "%s: \"%s\" is no label selector; write for example app=prometheus,tier!=test"
              .formatted(WatchFlag.SELECTOR.option(), labels));
    }
    return labels;
  }

  private WatchPolicy policy() {
    return new WatchPolicy(
        flags.text(WatchFlag.RULES).map(file -> rules()).orElse(WatchRules.NONE),
        flags.debouncer(WatchFlag.DELAY_INTERVAL, WatchFlag.MAX_WAIT, WatchFlag.MIN_GAP),
        flags.yes(WatchFlag.VOLUMES),
        flags.duration(WatchFlag.DEADLINE, Duration.ofSeconds(1)),
        flags.duration(WatchFlag.WATCH_INTERVAL, Duration.ofSeconds(1)),
        flags.duration(WatchFlag.RETRY_INTERVAL, Duration.ofMillis(1)),
        flags.duration(WatchFlag.RELOAD_TIMEOUT, Duration.ofMillis(1)),
        flags.value(WatchFlag.ON_DRIFT, FlagValues::onDrift, DriftPolicy.RELOAD),
        flags.value(WatchFlag.CHECK, FlagValues::check, CheckPolicy.WARN),
        access());
  }

  private TargetAccess access() {
    return new TargetAccess(
        flags
            .text(WatchFlag.CA_FILE)
            .flatMap(file -> flags.value(WatchFlag.CA_FILE, CaFile::lasting, Optional.empty())),
        flags
            .text(WatchFlag.CREDENTIALS)
            .flatMap(
                folder ->
                    flags.value(WatchFlag.CREDENTIALS, CredentialsFolder::of, Optional.empty()))
            .orElse(TargetAccess.USUAL.authorizations()));
  }

  private WatchRules rules() {
    return flags.value(WatchFlag.RULES, WatchSettingsParser::rules, WatchRules.NONE);
  }

  private static WatchRules rules(String file) {
    try (InputStream yaml = Files.newInputStream(Path.of(file))) {
      return WatchRulesFile.read(yaml);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + ReadFailures.cause(e), e);
    }
  }

  private static Pattern selector() {
    String word = "(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)";
    String key = "(?:" + NAME + "(?:\\." + NAME + ")*/)?" + word;
    String among = "\\((?: *%1$s? *,)* *%1$s? *\\)".formatted(word);
    String one =
        " *(?:! *%1$s|%1$s|%1$s *(?:==?|!=) *%2$s?|%1$s *[<>] *[0-9]+|%1$s +(?:not)?in *%3$s) *"
            .formatted(key, word, among);
    return Pattern.compile(one + "(?:," + one + ")*");
  }

  private String named(WatchFlag flag, String name) {
    if (!name.matches(NAME)) {
      flags.problem(flag.option() + ": \"" + name + "\" is no name that Kubernetes allows");
    }
    return name;
  }
}
