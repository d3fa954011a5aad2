package io.stoker.testbed;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real Prometheus, which keeps its port and its data through restarts. */
public final class PrometheusProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private PrometheusSetup setup;
  private ChildProcess process;
  private int logBefore;

  PrometheusProcess(PrometheusSetup setup) {
    this.setup = setup;
    try {
      Files.createDirectories(setup.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  /** Starts it again after {@link #stop} or {@link #kill}. */
  public void start() {
    var log = setup.folder().resolve("prometheus.log");
    logBefore = process == null ? 0 : process.log().length();
    process = ChildProcess.start(setup.command(), log);
  }

  /** Starts it again, on the same port and data but with another config file. */
  public void start(Path configFile) {
    setup = setup.withConfig(configFile);
    start();
  }

  public PrometheusProcess awaitReady() {
    await("Prometheus is ready: " + process.pid())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .failFast("Prometheus has ended", () -> !process.alive())
        .until(() -> client().ready());
    return this;
  }

  public PrometheusClient client() {
    return new PrometheusClient(setup.url());
  }

  public String url() {
    return setup.url();
  }

  public String reloadUrl() {
    return setup.url() + "/-/reload";
  }

  public int port() {
    return setup.port();
  }

  public ChildProcess process() {
    return process;
  }

  /** What it has logged since its last start. */
  public String log() {
    return process.log().substring(logBefore);
  }

  /** Reloads applied since its last start, from its own log; the load at the start is none. */
  public int reloads() {
    return Math.max(0, count("Completed loading of configuration file") - 1);
  }

  /** Reloads tried since its last start, refused ones included. */
  public int reloadAttempts() {
    return Math.max(0, count("Loading configuration file") - 1);
  }

  /** SIGTERM; returns the code it ends with. */
  public int stop() {
    return process.stop();
  }

  public void kill() {
    process.kill();
  }

  public void pause() {
    process.pause();
  }

  public void resume() {
    process.resume();
  }

  @Override
  public void close() {
    process.close();
  }

  private int count(String message) {
    return (int) log().lines().filter(line -> line.contains(message)).count();
  }
}
