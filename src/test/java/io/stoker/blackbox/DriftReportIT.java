package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.Http;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** With {@code --on-drift=report} what somebody else brought about is only told. */
@OnChosenPrometheus
class DriftReportIT {
  @Parameter Tool version;
  @TempDir Path folder;

  @Test
  void aReloadOfSomebodyElsesIsToldAndMendedByTheNextChangeOnly() {
    var volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("ours")));
    try (var pod =
        Pod.start(version, folder, volume.path(MAIN), "--on-drift=report", "--watch-interval=1s")) {
      var proven = pod.stoker().target().provenAt();
      Patience.await("another second has begun, since Prometheus tells its reloads to the second")
          .until(() -> Instant.now().isAfter(proven.plusSeconds(3)));
      pod.stoker().process().pause();
      volume.put(MAIN, Texts.main("theirs"));
      assertThat(Http.post(pod.prometheus().reloadUrl(), Patience.LONGEST).ok()).isTrue();
      volume.put(MAIN, Texts.main("ours"));
      pod.stoker().process().resume();

      var drifted = pod.stoker().awaitState("drifted");
      assertThat(drifted.reason())
          .contains("not the one that was proven: global.external_labels.revision");
      assertThat(pod.runs("theirs")).isTrue();
      assertThat(pod.stoker().log()).contains("msg=drifted");

      Instant changed = volume.put(MAIN, Texts.main("next"));
      pod.awaitProven("next", changed);
      assertThat(pod.stoker().target().state()).isEqualTo("in-sync");
    }
  }
}
