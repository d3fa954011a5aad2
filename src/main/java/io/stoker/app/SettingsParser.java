package io.stoker.app;

import io.stoker.check.CheckPolicy;
import io.stoker.reload.DriftPolicy;
import io.stoker.source.WatchedRoot;
import io.stoker.target.Endpoints;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the settings of a sidecar of texts. */
final class SettingsParser {
  private final FlagReader flags;

  private SettingsParser(FlagReader flags) {
    this.flags = flags;
  }

  /**
   * Checks everything.
   *
   * @param given the texts a user gave for a flag; empty where none
   * @throws InvalidSettings with every fault
   */
  static Settings parse(Function<Option, List<String>> given) throws InvalidSettings {
    var flags = new FlagReader(given);
    return flags.checked(new SettingsParser(flags).settings());
  }

  private Settings settings() {
    List<WatchedRoot> roots = roots();
    return new Settings(
        new Settings.Watched(
            roots,
            flags.yes(Flag.KUBERNETES),
            lastGood(roots),
            new Settings.Policies(
                flags.value(Flag.CHECK, FlagValues::check, CheckPolicy.WARN),
                flags.value(Flag.ON_DRIFT, FlagValues::onDrift, DriftPolicy.RELOAD))),
        new Endpoints(
            flags.url(Flag.RELOAD_URL),
            flags.text(Flag.RUNTIMEINFO_URL).map(text -> flags.url(Flag.RUNTIMEINFO_URL))),
        timing(),
        flags.address(Flag.LISTEN_ADDRESS),
        flags.logging(Flag.LOG_FORMAT, Flag.LOG_LEVEL, Flag.TERMINATION_LOG));
  }

  private List<WatchedRoot> roots() {
    if (!flags.isGiven(Flag.CONFIG_FILE) && !flags.isGiven(Flag.WATCHED_DIR)) {
      flags.problem(
          "nothing to watch: give "
              + Flag.CONFIG_FILE.option()
              + " or "
              + Flag.WATCHED_DIR.option());
    }
    return Stream.concat(
            paths(Flag.CONFIG_FILE).map(WatchedRoot::configFile),
            paths(Flag.WATCHED_DIR).map(WatchedRoot::directory))
        .distinct()
        .toList();
  }

  private Stream<Path> paths(Flag flag) {
    return flags.all(flag).stream()
        .flatMap(
            text -> {
              try {
                return Stream.of(Path.of(text));
              } catch (InvalidPathException e) {
                flags.problem(flag.option() + ": \"" + text + "\" is no path: " + e.getReason());
                return Stream.empty();
              }
            });
  }

  /** A copy among the watched files would be a change of them, and be copied. */
  private Optional<Path> lastGood(List<WatchedRoot> roots) {
    Optional<Path> folder =
        paths(Flag.KEEP_LAST_GOOD).findFirst().map(path -> path.toAbsolutePath().normalize());
    if (folder.isPresent() && roots.stream().anyMatch(r -> folder.get().startsWith(r.path()))) {
      flags.problem(Flag.KEEP_LAST_GOOD.option() + ": must not lie in a watched folder");
    }
    return folder;
  }

  /** To run once makes sense only where something is handed over. */
  private Duration watchInterval() {
    boolean never =
        flags.text(Flag.WATCH_INTERVAL).filter(List.of("0", "0s")::contains).isPresent();
    return never && flags.text(Flag.KEEP_LAST_GOOD).isPresent()
        ? Duration.ZERO
        : flags.duration(Flag.WATCH_INTERVAL, Duration.ofSeconds(1));
  }

  private Settings.Timing timing() {
    return new Settings.Timing(
        flags.debouncer(Flag.DELAY_INTERVAL, Flag.MAX_WAIT, Flag.MIN_GAP),
        watchInterval(),
        flags.duration(Flag.RETRY_INTERVAL, Duration.ofMillis(1)),
        flags.duration(Flag.RELOAD_TIMEOUT, Duration.ofMillis(1)),
        flags.duration(Flag.STOP_GRACE, Duration.ZERO));
  }
}
