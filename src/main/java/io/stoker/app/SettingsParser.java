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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes settings of texts and remembers every fault on the way, so that all can be shown together.
 */
final class SettingsParser {
  private static final Set<String> LEVELS = Set.of("all", "debug", "info", "warn", "error", "none");

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
    return new Settings(
        new Settings.Watched(
            roots(), value(Flag.KUBERNETES, SettingsParser::yesOrNo, Boolean.FALSE)),
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

  private Settings.Timing timing() {
    Duration quiet = duration(Flag.DELAY_INTERVAL, Duration.ZERO);
    Duration maxWait = maxWait(quiet);
    Duration minGap = duration(Flag.MIN_GAP, Duration.ZERO);
    if (minGap.compareTo(maxWait) > 0) {
      problems.add(Flag.MIN_GAP.option() + " must not be longer than " + Flag.MAX_WAIT.option());
    }
    return new Settings.Timing(
        new Debouncer(quiet, maxWait, minGap),
        duration(Flag.WATCH_INTERVAL, Duration.ofSeconds(1)),
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
    var format = value(Flag.LOG_FORMAT, SettingsParser::format, Settings.Logging.Format.LOGFMT);
    return new Settings.Logging(format, value(Flag.LOG_LEVEL, SettingsParser::level, "info"));
  }

  private static Settings.Logging.Format format(String text) {
    return switch (text) {
      case "logfmt" -> Settings.Logging.Format.LOGFMT;
      case "json" -> Settings.Logging.Format.JSON;
      default -> throw new IllegalArgumentException("is neither logfmt nor json");
    };
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("is neither true nor false");
    };
  }

  private static String level(String text) {
    String level = text.toLowerCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      throw new IllegalArgumentException("is none of all, debug, info, warn, error, none");
    }
    return level;
  }

  private Duration duration(Flag flag, Duration least) {
    Duration duration = value(flag, GoDuration::parse, least);
    if (duration.compareTo(least) < 0) {
      problems.add(flag.option() + ": must be at least " + GoDuration.format(least));
    }
    return duration;
  }

  private URI url(Flag flag) {
    return value(flag, SettingsParser::httpUrl, URI.create("http://127.0.0.1"));
  }

  private static URI httpUrl(String text) {
    URI uri = URI.create(text);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw new IllegalArgumentException("is no URL such as http://127.0.0.1:9090/-/reload");
    }
    return uri;
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
