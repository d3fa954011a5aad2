package io.stoker.app;

import io.stoker.debounce.Debouncer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads flags and remembers every fault on the way, so that all can be shown together. */
final class FlagReader {
  /** A URL may hold a password, so it is not repeated. */
  private static final Set<Option> SECRET = Set.of(Flag.RELOAD_URL, Flag.RUNTIMEINFO_URL);

  private final Function<Option, List<String>> given;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param given the texts a user gave for a flag; empty where none
   */
  FlagReader(Function<Option, List<String>> given) {
    this.given = given;
  }

  /** The settings, if nothing is wrong with them. */
  <T> T checked(T settings) throws InvalidSettings {
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems);
    }
    return settings;
  }

  void problem(String sentence) {
    problems.add(sentence);
  }

  boolean isGiven(Option flag) {
    return !all(flag).isEmpty();
  }

  List<String> all(Option flag) {
    return given.apply(flag);
  }

  Optional<String> text(Option flag) {
    List<String> values = all(flag);
    String text = values.isEmpty() ? flag.defaultValue() : values.getLast();
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  boolean yes(Option flag) {
    return value(flag, FlagValues::yesOrNo, Boolean.FALSE);
  }

  Duration duration(Option flag, Duration least) {
    Duration duration = value(flag, GoDuration::parse, least);
    if (duration.compareTo(least) < 0) {
      problems.add(flag.option() + ": must be at least " + GoDuration.format(least));
    }
    return duration;
  }

  URI url(Option flag) {
    return value(flag, FlagValues::httpUrl, URI.create("http://127.0.0.1"));
  }

  Optional<ListenAddress> address(Option flag) {
    return text(flag).map(text -> value(flag, ListenAddress::parse, new ListenAddress("", 0)));
  }

  Settings.Logging logging(Option format, Option level, Option termination) {
    return new Settings.Logging(
        value(format, FlagValues::format, Settings.Logging.Format.LOGFMT),
        value(level, FlagValues::level, "info"),
        value(termination, Path::of, Path.of("")));
  }

  /**
   * With a long quiet period the default of the longest wait has to be longer, too; what the user
   * gives is taken as it is.
   */
  Debouncer debouncer(Option quietPeriod, Option longestWait, Option gap) {
    Duration quiet = duration(quietPeriod, Duration.ZERO);
    boolean explicit = isGiven(longestWait);
    Duration wait = duration(longestWait, explicit ? quiet : Duration.ZERO);
    Duration twice = quiet.multipliedBy(2);
    Duration maxWait = explicit || twice.compareTo(wait) < 0 ? wait : twice;
    Duration minGap = duration(gap, Duration.ZERO);
    if (minGap.compareTo(maxWait) > 0) {
      problems.add(gap.option() + " must not be longer than " + longestWait.option());
    }
    return new Debouncer(quiet, maxWait, minGap);
  }

  /** The value, or a stand-in that lets the checking go on. */
  <T> T value(Option flag, Function<String, T> parser, T standIn) {
    String text = text(flag).orElse("");
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      boolean secret = SECRET.contains(flag);
      problems.add(
          flag.option() + ": " + (secret ? "the value " : "\"" + text + "\" ") + cause(e, secret));
      return standIn;
    }
  }

  private static String cause(IllegalArgumentException e, boolean secret) {
    return secret ? "is no URL such as http://127.0.0.1:9090/-/reload" : e.getMessage();
  }
}
