package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stoker.testbed.Behaviour;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.LyingServer;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators and their log collectors get to read. */
class LogIT {
  private static final Pattern LOGFMT = Pattern.compile("(\\w+)=(\"(?:[^\"\\\\]|\\\\.)*\"|\\S*)");
  private static final String[] KEYS = {
    "ts",
    "level",
    "logger",
    "msg",
    "target",
    "cycle",
    "trigger",
    "outcome",
    "cause",
    "state",
    "fingerprint",
    "files",
    "changed",
    "attempts",
    "took_ms",
    "since_change_ms",
    "reason"
  };

  @TempDir Path folder;
  private KubeletVolume volume;
  private LyingServer server;

  @BeforeEach
  void start() {
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    server = new LyingServer(volume.path(MAIN));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void hasOneLogfmtLineWithFixedKeysForEachCycle() {
    try (var stoker = stoker("logfmt")) {
      goThroughGoodAndBadTimes(stoker);

      var cycles = new ArrayList<String>();
      for (var line : stoker.log().lines().toList()) {
        assertThat(LOGFMT.matcher(line).replaceAll("").strip()).as(line).isEmpty();
        var keys = LOGFMT.matcher(line).results().map(pair -> pair.group(1)).toList();
        if (keys.contains("outcome")) {
          assertThat(keys).containsExactly(KEYS);
          cycles.add(value(line, "outcome"));
        }
      }
      assertThat(cycles).containsExactly("starting", "proven", "rejected", "unreachable", "proven");
    }
  }

  @Test
  void hasOneJsonObjectWithTheSameKeysForEachCycle() throws IOException {
    try (var stoker = stoker("json")) {
      goThroughGoodAndBadTimes(stoker);

      var cycles = new ArrayList<String>();
      for (var line : stoker.log().lines().toList()) {
        var object = new ObjectMapper().readTree(line);
        if (object.has("outcome")) {
          assertThat(List.copyOf(object.properties()).stream().map(Map.Entry::getKey))
              .containsExactly(KEYS);
          cycles.add(object.path("outcome").asText());
        }
      }
      assertThat(cycles).containsExactly("starting", "proven", "rejected", "unreachable", "proven");
    }
  }

  /** The target starts slowly, refuses a content, dies, and comes back. */
  private void goThroughGoodAndBadTimes(StokerProcess stoker) {
    stoker.awaitState("starting");
    Patience.await("it is asked again and again").until(() -> cycles(stoker, "starting") > 3);
    server.behave();
    stoker.awaitState("in-sync");
    server.onReload(new Behaviour.Refuse("parsing YAML file \"x\":\nline 3: a=b \\ \"c\""));
    volume.put(MAIN, Texts.main("refused"));
    stoker.awaitState("rejected");
    server.close();
    volume.put(MAIN, Texts.main("unreachable"));
    stoker.awaitState("unreachable");
    Patience.await("it is tried again and again").until(() -> cycles(stoker, "unreachable") > 3);
    server.open();
    stoker.awaitState("in-sync");
  }

  private StokerProcess stoker(String format) {
    server.replayLog();
    return StokerSetup.in(folder.resolve("stoker"))
        .with("--config-file=" + volume.path(MAIN), "--reload-url=" + server.reloadUrl())
        .with("--log-format=" + format, "--retry-interval=500ms")
        .start();
  }

  private static double cycles(StokerProcess stoker, String outcome) {
    return stoker.metrics().sum("stoker_cycles_total", "outcome=\"" + outcome + "\"");
  }

  private static String value(String line, String key) {
    return LOGFMT
        .matcher(line)
        .results()
        .filter(pair -> pair.group(1).equals(key))
        .map((MatchResult pair) -> pair.group(2))
        .findFirst()
        .orElseThrow();
  }
}
