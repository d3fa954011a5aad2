package io.stoker.testbed;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Stoker in the test's own process, beside a server that a test can make lie. */
public final class BesideLyingServer implements QuarkusTestProfile {
  public static final String USER_INFO = "stoker:hunter2";

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(Pod.class));
  }

  /** The config file and the server that reads it. */
  public static final class Pod implements QuarkusTestResourceLifecycleManager {
    private Path folder;
    private LyingServer server;

    @Override
    public Map<String, String> start() {
      try {
        folder = Files.createTempDirectory("stoker");
        var config = Files.writeString(folder.resolve("prometheus.yml"), "a: 1");
        server = new LyingServer(config);
        return Map.of(
            "stoker.config-file",
            config.toString(),
            "stoker.watched-dir",
            folder.toString(),
            "stoker.reload-url",
            server.reloadUrl().replace("://", "://" + USER_INFO + "@"),
            "stoker.tick",
            "1s",
            "quarkus.http.test-port",
            "0");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void stop() {
      server.close();
      FileTree.delete(folder);
    }
  }
}
