package io.stoker.testbed;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The packaged Stoker as users run it; all that is known of it comes from outside. */
public final class StokerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final StokerSetup setup;
  private ChildProcess process;

  StokerProcess(StokerSetup setup) {
    this.setup = setup;
    try {
      Files.createDirectories(setup.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  /** Starts it again after {@link #stop} or {@link #kill}, with the same arguments and port. */
  public void start() {
    var log = setup.folder().resolve("stoker.log");
    process = ChildProcess.start(setup.command(), setup.environment(), log);
  }

  public StokerProcess awaitHttp() {
    await("Stoker answers: " + process.pid())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .failFast("Stoker has ended", this::requireAlive)
        .until(() -> Http.answers(url() + "/healthz"));
    return this;
  }

  /** Waits until the only target is as wanted, and returns it. */
  public StokerTarget awaitTarget(Predicate<StokerTarget> wanted) {
    return await("Stoker's target is as wanted")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .failFast("Stoker has ended", this::requireAlive)
        .until(this::target, wanted);
  }

  public StokerTarget awaitState(String state) {
    return awaitTarget(target -> state.equals(target.state()));
  }

  /** The only target; several or none are an error. */
  public StokerTarget target() {
    var targets = targets();
    if (targets.size() != 1) {
      throw new IllegalStateException("not one target: " + targets);
    }
    return targets.getFirst();
  }

  public List<StokerTarget> targets() {
    return StokerTarget.at(url());
  }

  /** What it finds set up wrongly, by the words for it. */
  public Map<String, StokerDiagnosis> diagnoses() {
    record Status(List<StokerDiagnosis> diagnoses) {}
    return read("/api/v1/status", new TypeReference<Status>() {}).diagnoses().stream()
        .collect(Collectors.toMap(StokerDiagnosis::code, found -> found, (one, other) -> one));
  }

  /** Waits until it finds exactly this. */
  public Map<String, StokerDiagnosis> awaitDiagnoses(String... codes) {
    return await("Stoker's diagnoses are " + List.of(codes))
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .failFast("Stoker has ended", this::requireAlive)
        .until(this::diagnoses, found -> found.keySet().equals(Set.of(codes)));
  }

  /** Waits until it finds this, whatever else. */
  public StokerDiagnosis awaitDiagnosis(String code) {
    return await("Stoker finds " + code)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .failFast("Stoker has ended", this::requireAlive)
        .until(() -> diagnoses().get(code), Objects::nonNull);
  }

  /** Newest first. */
  public List<StokerReload> reloads() {
    return read("/api/v1/reloads", new TypeReference<List<StokerReload>>() {});
  }

  public MetricText metrics() {
    return new MetricText(get("/metrics").body());
  }

  public Http.Reply get(String path) {
    return Http.get(url() + path);
  }

  public String url() {
    return "http://127.0.0.1:" + setup.port();
  }

  public ChildProcess process() {
    return process;
  }

  /** All that it has printed, earlier runs of the same instance included. */
  public String log() {
    return process.log();
  }

  /** SIGTERM; returns the code it ends with. */
  public int stop() {
    return process.stop();
  }

  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }

  private void requireAlive() {
    if (!process.alive()) {
      throw new IllegalStateException("Stoker has ended:\n" + log());
    }
  }

  private <T> T read(String path, TypeReference<T> type) {
    try {
      return Http.JSON.readValue(get(path).body(), type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
