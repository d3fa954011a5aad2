package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A key mounted as the kubelet and the runtime do it for a subPath, without any right in the API.
 */
class SubPathIT {
  @TempDir Path folder;

  @BeforeEach
  void needsToMount() {
    assumeThat(System.getProperty("user.name")).as("who may mount").isEqualTo("root");
  }

  @Test
  void namesAMainFileThatIsMountedBySubPath() throws IOException {
    var volume = KubeletVolume.create(folder.resolve("v"), Map.of(MAIN, Texts.main("start")));
    Path version = volume.path(MAIN).toRealPath();
    Path mounted = Files.createFile(Files.createDirectory(folder.resolve("mount")).resolve(MAIN));
    var mounting = "mount --bind '%s' '%s' && exec \"$@\"".formatted(version, mounted);
    try (var pod =
        Pod.start(
            Tool.PROMETHEUS_3,
            folder,
            mounted,
            setup -> setup.behind(List.of("unshare", "-m", "sh", "-c", mounting, "sh")))) {
      assertThat(pod.stoker().awaitDiagnosis("sub-path").about()).isEqualTo(mounted.toString());
    }
  }
}
