package io.stoker.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the process is to do, and what every way of doing it has. */
sealed interface Mode permits Settings, WatchSettings {
  /** The configuration key that tells them apart; {@code watch}, or nothing. */
  String KEY = "stoker.mode";

  /** The value for {@link WatchSettings}, and the word on the command line. */
  String WATCH = "watch";

  /** Between two looks at everything. */
  Duration tick();

  /** Where to serve, if anywhere. */
  Optional<ListenAddress> listenAddress();

  Settings.Logging logging();

  /** Makes a mode of what was given for each flag. */
  @FunctionalInterface
  interface Parser {
    Mode parse(Function<Option, List<String>> given) throws InvalidSettings;
  }
}
