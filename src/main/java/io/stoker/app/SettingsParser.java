package io.stoker.app;

import io.stoker.debounce.Debouncer;
import io.stoker.source.WatchedRoot;
import io.stoker.target.Endpoints;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes settings of texts and remembers every fault on the way, so that all can be shown together.
 */
final class SettingsParser {
  private final Function<Flag, List<String>> given;
  private final List<String> problems = new ArrayList<>();

  private SettingsParser(Function<Flag, List<String>> given) {
    this.given = given;
  }

  /**
   * Checks everything.
   *
   * @param given the texts a user gave for a flag; empty where none
   * @throws InvalidSettings with every fault
   */
  static Settings parse(Function<Flag, List<String>> given) throws InvalidSettings {
    var parser = new SettingsParser(given);
    Settings settings = parser.settings();
    if (!parser.problems.isEmpty()) {
      throw new InvalidSettings(parser.problems);
    }
    return settings;
  }

  private Settings settings() {
    List<WatchedRoot> roots = roots();
    return new Settings(
        new Settings.Watched(
            roots, value(Flag.KUBERNETES, FlagValues::yesOrNo, Boolean.FALSE), lastGood(roots)),
        new Endpoints(
            url(Flag.RELOAD_URL),
            text(Flag.RUNTIMEINFO_URL).map(text -> url(Flag.RUNTIMEINFO_URL))),
        timing(),
        text(Flag.LISTEN_ADDRESS)
            .map(
                text -> value(Flag.LISTEN_ADDRESS, ListenAddress::parse, new ListenAddress("", 0))),
        logging());
  }

  private List<WatchedRoot> roots() {
    if (given.apply(Flag.CONFIG_FILE).isEmpty() && given.apply(Flag.WATCHED_DIR).isEmpty()) {
      problems.add(
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
    return given.apply(flag).stream()
        .flatMap(
            text -> {
              try {
                return Stream.of(Path.of(text));
              } catch (InvalidPathException e) {
                problems.add(flag.option() + ": \"" + text + "\" is no path: " + e.getReason());
                return Stream.empty();
              }
            });
  }

  /** A copy among the watched files would be a change of them, and be copied. */
  private Optional<Path> lastGood(List<WatchedRoot> roots) {
    Optional<Path> folder =
        paths(Flag.KEEP_LAST_GOOD).findFirst().map(path -> path.toAbsolutePath().normalize());
    if (folder.isPresent() && roots.stream().anyMatch(r -> folder.get().startsWith(r.path()))) {
      problems.add(Flag.KEEP_LAST_GOOD.option() + ": must not lie in a watched folder");
    }
    return folder;
  }

  /** To run once makes sense only where something is handed over. */
  private Duration watchInterval() {
    boolean never = text(Flag.WATCH_INTERVAL).filter(List.of("0", "0s")::contains).isPresent();
    return never && text(Flag.KEEP_LAST_GOOD).isPresent()
        ? Duration.ZERO
        : duration(Flag.WATCH_INTERVAL, Duration.ofSeconds(1));
  }

  private Settings.Timing timing() {
    Duration quiet = duration(Flag.DELAY_INTERVAL, Duration.ZERO);
    Duration maxWait = maxWait(quiet);
    Duration minGap = duration(Flag.MIN_GAP, Duration.ZERO);
    if (minGap.compareTo(maxWait) > 0) {
      problems.add(Flag.MIN_GAP.option() + " must not be longer than " + Flag.MAX_WAIT.option());
    }
    return new Settings.Timing(
        new Debouncer(quiet, maxWait, minGap),
        watchInterval(),
        duration(Flag.RETRY_INTERVAL, Duration.ofMillis(1)),
        duration(Flag.RELOAD_TIMEOUT, Duration.ofMillis(1)),
        duration(Flag.STOP_GRACE, Duration.ZERO));
  }

  /**
   * With a long quiet period the default has to be longer, too; what the user gives is taken as it
   * is.
   */
  private Duration maxWait(Duration quiet) {
    boolean explicit = !given.apply(Flag.MAX_WAIT).isEmpty();
    Duration maxWait = duration(Flag.MAX_WAIT, explicit ? quiet : Duration.ZERO);
    Duration twice = quiet.multipliedBy(2);
    return explicit || twice.compareTo(maxWait) < 0 ? maxWait : twice;
  }

  private Settings.Logging logging() {
    var format = value(Flag.LOG_FORMAT, FlagValues::format, Settings.Logging.Format.LOGFMT);
    return new Settings.Logging(format, value(Flag.LOG_LEVEL, FlagValues::level, "info"));
  }

  private Duration duration(Flag flag, Duration least) {
    Duration duration = value(flag, GoDuration::parse, least);
    if (duration.compareTo(least) < 0) {
      problems.add(flag.option() + ": must be at least " + GoDuration.format(least));
    }
    return duration;
  }

  private URI url(Flag flag) {
    return value(flag, FlagValues::httpUrl, URI.create("http://127.0.0.1"));
  }

  private Optional<String> text(Flag flag) {
    List<String> values = given.apply(flag);
    String text = values.isEmpty() ? flag.defaultValue() : values.getLast();
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  /** The value, or a stand-in that lets the checking go on. */
  private <T> T value(Flag flag, Function<String, T> parser, T standIn) {
    String text = text(flag).orElse("");
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      // a URL may hold a password, so it is not repeated
      boolean secret = flag == Flag.RELOAD_URL || flag == Flag.RUNTIMEINFO_URL;
      problems.add(
          flag.option() + ": " + (secret ? "the value " : "\"" + text + "\" ") + cause(e, secret));
      return standIn;
    }
  }

  private static String cause(IllegalArgumentException e, boolean secret) {
    return secret ? "is no URL such as http://127.0.0.1:9090/-/reload" : e.getMessage();
  }
}
