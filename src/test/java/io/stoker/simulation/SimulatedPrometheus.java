package io.stoker.simulation;

import io.stoker.target.ConfigStatus;
import io.stoker.target.ReloadReply;
import io.stoker.target.RuntimeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A Prometheus as docs and source describe it: reloads are worked off one after the other, each
 * reads the files when it begins and takes effect when it ends, whether or not its client still
 * waits; a bad file is refused, but at the start it is fatal.
 */
final class SimulatedPrometheus {
  private static final Duration RESTART_AFTER = Duration.ofSeconds(2);
  private static final Duration USUAL_RELOAD = Duration.ofMillis(50);
  private static final Duration FROZEN = Duration.ofMillis(500);

  private final VirtualTime time;
  private final Chance chance;
  private final SimulatedFiles files;
  private final Trace trace;
  private final Bell bell = new Bell();

  private final Deque<ReloadRequest> queue = new ArrayDeque<>();
  private final List<ReloadRequest> ended = new ArrayList<>();
  private Optional<ServerProcess> process = Optional.empty();
  private boolean hangs;
  private Duration slowness = Duration.ZERO;

  /** One process from its start to its end. */
  private static final class ServerProcess {
    private final Instant start;
    private Version runs;
    private Instant succeededAt;
    private boolean successful = true;
    private boolean ready;
    private boolean reloading;

    ServerProcess(Instant start, Version runs) {
      this.start = start;
      this.runs = runs;
      this.succeededAt = start;
    }
  }

  SimulatedPrometheus(VirtualTime time, Chance chance, SimulatedFiles files, Trace trace) {
    this.time = time;
    this.chance = chance;
    this.files = files;
    this.trace = trace;
  }

  /** Rung at everything that a caller may wait for. */
  Bell bell() {
    return bell;
  }

  boolean up() {
    return process.isPresent();
  }

  boolean ready() {
    return process.filter(p -> p.ready).isPresent();
  }

  boolean hangs() {
    return hangs;
  }

  /** Tells one process from the next; empty when there is none. */
  Optional<Instant> startedAt() {
    return process.map(p -> p.start);
  }

  Optional<Version> runs() {
    return process.map(p -> p.runs);
  }

  List<ReloadRequest> ended() {
    return ended;
  }

  Deque<ReloadRequest> unfinished() {
    return queue;
  }

  ConfigStatus status() {
    ServerProcess p = process.orElseThrow();
    return new ConfigStatus(p.successful, seconds(p.succeededAt), seconds(p.start));
  }

  RuntimeInfo runtimeInfo() {
    ServerProcess p = process.orElseThrow();
    String whole = Instant.ofEpochSecond(p.succeededAt.getEpochSecond()).toString();
    return new RuntimeInfo(p.start.toString(), whole, p.successful);
  }

  /**
   * Starts with what the files hold, as soon as that is good.
   *
   * @param replay how long it is not ready
   */
  void start(Duration replay) {
    if (process.isEmpty() && files.now().good()) {
      startWith(files.now(), replay);
    } else if (process.isEmpty()) {
      time.after(RESTART_AFTER, () -> start(replay));
    }
  }

  /** Starts with something else than the files hold. */
  void startWith(Version other, Duration replay) {
    if (process.isPresent()) {
      return;
    }
    trace.add("Prometheus starts with ", other.contents());
    var started = new ServerProcess(time.instant(), other);
    process = Optional.of(started);
    time.after(
        replay,
        () -> {
          started.ready = true;
          progress();
        });
    time.ring(bell);
  }

  void crash() {
    trace.add("Prometheus crashes");
    process = Optional.empty();
    queue.clear();
    time.ring(bell);
  }

  void hang(boolean hang) {
    trace.add(hang ? "Prometheus hangs" : "Prometheus goes on");
    hangs = hang;
    progress();
  }

  void slow(Duration extra) {
    trace.add("reloads take longer by ", extra);
    slowness = extra;
  }

  void accept(ReloadRequest request) {
    trace.add("arrives: ", request);
    queue.add(request);
    progress();
  }

  private void progress() {
    time.ring(bell);
    if (hangs || !ready() || queue.isEmpty() || process.orElseThrow().reloading) {
      return;
    }
    ServerProcess working = process.orElseThrow();
    ReloadRequest request = queue.peek();
    working.reloading = true;
    request.begin(files.now());
    trace.add("begins: ", request, " with ", files.now().contents());
    Duration longest = chance.oneIn(2) ? USUAL_RELOAD : Timing.LONGEST_RELOAD;
    time.after(chance.upTo(longest).plus(slowness), () -> finish(working, request));
  }

  private void finish(ServerProcess working, ReloadRequest request) {
    if (process.filter(p -> p == working).isEmpty()) {
      return;
    }
    if (hangs) {
      time.after(FROZEN, () -> finish(working, request));
      return;
    }
    Version read = request.read().orElseThrow();
    working.reloading = false;
    working.successful = read.good();
    if (read.good()) {
      working.runs = read;
      working.succeededAt = time.instant();
    }
    request.end(
        read.good()
            ? new ReloadReply.Accepted()
            : new ReloadReply.Rejected("failed to reload config: " + read.contents()),
        time.instant());
    trace.add("ends: ", request, read.good() ? ", applied" : ", refused");
    queue.remove(request);
    ended.add(request);
    progress();
  }

  private static double seconds(Instant instant) {
    return instant.getEpochSecond() + instant.getNano() / 1e9;
  }
}
