package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stoker.debounce.Debouncer;
import io.stoker.source.WatchedRoot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsParserTest {
  private final Map<Flag, List<String>> given = new EnumMap<>(Flag.class);

  @Test
  void aFolderToWatchIsAllThatHasToBeSaid() throws InvalidSettings {
    give(Flag.WATCHED_DIR, "/etc/rules");

    var settings = parse();

    assertThat(settings.watched().roots())
        .containsExactly(WatchedRoot.directory(Path.of("/etc/rules")));
    assertThat(settings.endpoints().name()).isEqualTo("http://127.0.0.1:9090/-/reload");
    assertThat(settings.timing())
        .isEqualTo(
            new Settings.Timing(
                new Debouncer(
                    Duration.ofMillis(150), Duration.ofSeconds(10), Duration.ofSeconds(2)),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5)));
    assertThat(settings.listenAddress()).isEmpty();
    assertThat(settings.logging())
        .isEqualTo(new Settings.Logging(Settings.Logging.Format.LOGFMT, "info"));
  }

  @Test
  void theConfigFileComesFirstAndEveryRootOnce() throws InvalidSettings {
    give(Flag.CONFIG_FILE, "/etc/p.yml");
    give(Flag.WATCHED_DIR, "/a", "/b", "/a/");

    assertThat(parse().watched().roots())
        .containsExactly(
            WatchedRoot.configFile(Path.of("/etc/p.yml")),
            WatchedRoot.directory(Path.of("/a")),
            WatchedRoot.directory(Path.of("/b")));
  }

  @Test
  void toRunOnceIsForWhatIsHandedOverOnly() throws InvalidSettings {
    give(Flag.WATCHED_DIR, "/etc/rules");
    give(Flag.WATCH_INTERVAL, "0");
    assertThat(problems()).containsExactly("--watch-interval: must be at least 1s");

    give(Flag.KEEP_LAST_GOOD, "/var/lib/good");
    assertThat(parse().timing().watchInterval()).isZero();
    assertThat(parse().watched().lastGood()).contains(Path.of("/var/lib/good"));
  }

  @Test
  void aSidecarThatKeepsTheLastGoodLooksNoMoreOftenThanOthers() {
    give(Flag.WATCHED_DIR, "/etc/rules");
    give(Flag.KEEP_LAST_GOOD, "/var/lib/good");
    give(Flag.WATCH_INTERVAL, "0.5s");

    assertThat(problems()).containsExactly("--watch-interval: must be at least 1s");
  }

  @Test
  void copiesAmongTheWatchedFilesWouldNeverEnd() {
    give(Flag.WATCHED_DIR, "/etc/rules");
    give(Flag.KEEP_LAST_GOOD, "/etc/rules/../rules/good");

    assertThat(problems()).containsExactly("--keep-last-good: must not lie in a watched folder");
  }

  @Test
  void allProblemsAreToldTogether() {
    give(Flag.RELOAD_URL, "prometheus:9090");
    give(Flag.WATCH_INTERVAL, "0.5s");
    give(Flag.DELAY_INTERVAL, "5");
    give(Flag.RETRY_INTERVAL, "-1s");
    give(Flag.RELOAD_TIMEOUT, "soon");
    give(Flag.LISTEN_ADDRESS, "8080");
    give(Flag.LOG_FORMAT, "xml");
    give(Flag.LOG_LEVEL, "loud");

    assertThat(problems())
        .containsExactlyInAnyOrder(
            "nothing to watch: give --config-file or --watched-dir",
            "--reload-url: the value is no URL such as http://127.0.0.1:9090/-/reload",
            "--watch-interval: must be at least 1s",
            "--delay-interval: \"5\" is no duration such as 500ms, 5s or 1m30s",
            "--retry-interval: \"-1s\" is no duration such as 500ms, 5s or 1m30s",
            "--reload-timeout: \"soon\" is no duration such as 500ms, 5s or 1m30s",
            "--listen-address: \"8080\" is no address such as :8080, 127.0.0.1:8080 or [::1]:8080",
            "--log-format: \"xml\" is neither logfmt nor json",
            "--log-level: \"loud\" is none of all, debug, info, warn, error, none");
  }

  @ParameterizedTest
  @CsvSource({"150ms, 10s", "4s, 10s", "5s, 10s", "6s, 12s", "15s, 30s", "1h, 2h"})
  void theLongestWaitIsTwiceALongQuietPeriod(String delay, String maxWait) throws InvalidSettings {
    give(Flag.WATCHED_DIR, "/a");
    give(Flag.DELAY_INTERVAL, delay);

    assertThat(parse().timing().debouncer().maxWait()).isEqualTo(GoDuration.parse(maxWait));
  }

  @Test
  void anExplicitLongestWaitIsTakenAsItIs() throws InvalidSettings {
    give(Flag.WATCHED_DIR, "/a");
    give(Flag.DELAY_INTERVAL, "6s");
    give(Flag.MAX_WAIT, "7s");

    assertThat(parse().timing().debouncer().maxWait()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aLongestWaitShorterThanTheQuietPeriodIsRefused() {
    give(Flag.WATCHED_DIR, "/a");
    give(Flag.DELAY_INTERVAL, "6s");
    give(Flag.MAX_WAIT, "5s");

    assertThat(problems()).containsExactly("--max-wait: must be at least 6s");
  }

  @Test
  void aGapLongerThanTheLongestWaitIsRefused() {
    give(Flag.WATCHED_DIR, "/a");
    give(Flag.MIN_GAP, "11s");

    assertThat(problems()).containsExactly("--min-gap must not be longer than --max-wait");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://u:hunter2@h/", "http://u:hunter2@/x", "http://u:hunter2@h:x y/"})
  void aFaultyUrlIsNotRepeatedForItMayHoldAPassword(String url) {
    give(Flag.WATCHED_DIR, "/a");
    give(Flag.RELOAD_URL, url);
    give(Flag.RUNTIMEINFO_URL, url);

    assertThat(problems()).hasSize(2).noneMatch(problem -> problem.contains("hunter2"));
  }

  @Test
  void aPathThatIsNoneIsAProblemLikeAnyOther() {
    give(Flag.CONFIG_FILE, "a\0b");
    give(Flag.LOG_LEVEL, "loud");

    assertThat(problems()).hasSize(2).anyMatch(problem -> problem.startsWith("--config-file: "));
  }

  @Test
  void levelsMayBeWrittenInCapitals() throws InvalidSettings {
    give(Flag.WATCHED_DIR, "/a");
    give(Flag.LOG_LEVEL, "WARN");
    give(Flag.LOG_FORMAT, "json");

    assertThat(parse().logging())
        .isEqualTo(new Settings.Logging(Settings.Logging.Format.JSON, "warn"));
  }

  private void give(Flag flag, String... values) {
    given.put(flag, List.of(values));
  }

  private Settings parse() throws InvalidSettings {
    return SettingsParser.parse(flag -> given.getOrDefault(flag, List.of()));
  }

  private List<String> problems() {
    var problems = new ArrayList<String>();
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(this::parse)
        .satisfies(e -> problems.addAll(e.problems()));
    return problems;
  }
}
