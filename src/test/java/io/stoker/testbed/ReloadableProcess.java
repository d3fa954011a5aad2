package io.stoker.testbed;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real program of Prometheus' family that reloads its file when it gets a POST. */
public final class ReloadableProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LOOPBACK = "127.0.0.1";

  private final List<String> command;
  private final Path log;
  private final String url;
  private ChildProcess process;

  private ReloadableProcess(List<String> command, Path log, String address) {
    this.command = command;
    this.log = log;
    this.url = "http://" + address;
    start();
  }

  /**
   * An Alertmanager without a cluster.
   *
   * @param folder exists; for its data and its log
   */
  public static ReloadableProcess alertmanager(Path folder, Path configFile) {
    return alertmanager(folder, configFile, LOOPBACK);
  }

  /**
   * An Alertmanager without a cluster.
   *
   * @param folder exists; for its data and its log
   * @param host that it listens on
   */
  public static ReloadableProcess alertmanager(Path folder, Path configFile, String host) {
    String address = host + ":" + FreePorts.any();
    return new ReloadableProcess(
        List.of(
            Tool.ALERTMANAGER.executable().toString(),
            "--config.file=" + configFile,
            "--web.listen-address=" + address,
            "--cluster.listen-address=",
            "--storage.path=" + folder.resolve("data")),
        folder.resolve("alertmanager.log"),
        address);
  }

  /**
   * A blackbox_exporter.
   *
   * @param folder exists; for its log
   */
  public static ReloadableProcess blackboxExporter(Path folder, Path configFile) {
    String address = LOOPBACK + ":" + FreePorts.any();
    return new ReloadableProcess(
        List.of(
            Tool.BLACKBOX_EXPORTER.executable().toString(),
            "--config.file=" + configFile,
            "--web.listen-address=" + address),
        folder.resolve("blackbox.log"),
        address);
  }

  public String url() {
    return url;
  }

  public int port() {
    return URI.create(url).getPort();
  }

  public String reloadUrl() {
    return url + "/-/reload";
  }

  public void stop() {
    process.stop();
  }

  /** Ends it and starts it again, on the same port and files. */
  public void restart() {
    stop();
    start();
  }

  @Override
  public void close() {
    process.close();
  }

  private void start() {
    process = ChildProcess.start(command, log);
    await("it answers: " + command.getFirst())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .failFast("it has ended, see " + log, () -> !process.alive())
        .until(() -> Http.answers(url + "/-/healthy"));
  }
}
