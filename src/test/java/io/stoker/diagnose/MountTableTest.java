package io.stoker.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.source.WatchedRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountTableTest {
  private static final List<WatchedRoot> WATCHED =
      List.of(
          WatchedRoot.configFile(Path.of("/etc/prometheus/prometheus.yml")),
          WatchedRoot.directory(Path.of("/etc/my rules")));
  private static final String VOLUME =
      "/var/lib/kubelet/pods/6f0c/volumes/kubernetes.io~configmap/config";

  @ParameterizedTest
  @CsvSource({
    // a key of a volume on the node's disk, and one in memory
    VOLUME + "/..2026_11_22_10_00_00.123456/p.yml, /etc/prometheus/prometheus.yml, 1",
    "/..2026_11_22_10_00_00.123456/p.yml, /etc/prometheus/prometheus.yml, 1",
    // a folder of keys, around a watched file, is one, too
    "/..2026_11_22_10_00_00.123456/conf, /etc/prometheus, 1",
    "/..2026_11_22_10_00_00.123456/a.yml, /etc/my\\040rules/a.yml, 1",
    // a whole volume follows
    VOLUME + ", /etc/prometheus, 0",
    "/, /etc/prometheus, 0",
    // what nobody watches
    "/..2026_11_22_10_00_00.123456/hosts, /etc/hosts, 0",
    // Docker mounts single files, which may be edited in place
    "/home/me/prometheus.yml, /etc/prometheus/prometheus.yml, 0"
  })
  void tellsAMountThatLeadsIntoOneVersionOfAVolume(String root, String mountPoint, int found) {
    var line = "1181 1163 8:1 %s %s ro,relatime - ext4 /dev/sda1 rw".formatted(root, mountPoint);

    assertThat(MountTable.subPaths(Stream.of(line), WATCHED)).hasSize(found);
  }

  @Test
  void aLineOfAnotherFormIsPassedOver() {
    assertThat(MountTable.subPaths(Stream.of("", "1 2 3"), WATCHED)).isEmpty();
  }
}
