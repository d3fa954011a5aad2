package io.stoker.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is different between kinds of targets; all of them reload when they get a POST. */
public enum TargetProfile {
  /** Prometheus 2.53 and 3, and what has its API. */
  PROMETHEUS("/-/reload", "/-/ready", Account.API),

  /**
   * Alertmanager 0.28; its metrics also have a hash of its file, {@code alertmanager_config_hash}.
   */
  ALERTMANAGER("/-/reload", "/-/ready", Account.METRICS),

  /** blackbox_exporter 0.26. */
  BLACKBOX("/-/reload", "", Account.METRICS),

  /** Whatever answers 2xx when it has reloaded. */
  GENERIC("/-/reload", "", Account.NONE);

  private final String reloadPath;
  private final String readyPath;
  private final Account account;

  /** What a target tells of its configuration and its reloads. */
  enum Account {
    /** {@code /metrics} has the gauges of {@link ConfigStatus}, and there is Prometheus' API. */
    API,
    /** {@code /metrics} has the gauges of {@link ConfigStatus}. */
    METRICS,
    /** Nothing. */
    NONE
  }

  TargetProfile(String reloadPath, String readyPath, Account account) {
    this.reloadPath = reloadPath;
    this.readyPath = readyPath;
    this.account = account;
  }

  /**
   * The profile that a word names, as in {@link #word}.
   *
   * @throws IllegalArgumentException if there is none; its message lists the words
   */
  public static TargetProfile of(String word) {
    return Arrays.stream(values())
        .filter(profile -> profile.word().equals(word))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no profile \"%s\": it must be one of %s".formatted(word, words())));
  }

  /** Its name in annotations and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where a POST is sent to, unless the user names another path. */
  public String reloadPath() {
    return reloadPath;
  }

  /** Where a target answers 503 while a reload would hang; absent where none does. */
  Optional<String> readyPath() {
    return Optional.of(readyPath).filter(path -> !path.isEmpty());
  }

  Account account() {
    return account;
  }

  private static String words() {
    return Arrays.stream(values()).map(TargetProfile::word).collect(Collectors.joining(", "));
  }
}
