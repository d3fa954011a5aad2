package io.stoker.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.debounce.MonotonicClock;
import io.stoker.debounce.TimerScheduler;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One of several that want to lead. */
final class Replica implements Leadership.Listener, AutoCloseable {
  static final URI STATUS = URI.create("http://10.0.0.7:8080");

  private final String name;
  private final KubernetesClient client;
  private final Log log;
  private final MonotonicClock clock = new MonotonicClock();
  private final TimerScheduler scheduler = new TimerScheduler(clock);
  private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
  private final Leadership leadership;

  /** What all of them heard, in the order in which it happened. */
  static final class Log {
    private final List<String> lines = new ArrayList<>();
    private int leaders;
    private int mostLeaders;

    synchronized List<String> lines() {
      return List.copyOf(lines);
    }

    synchronized int mostLeaders() {
      return mostLeaders;
    }

    private synchronized void add(String line, int change) {
      lines.add(line);
      leaders += change;
      mostLeaders = Math.max(mostLeaders, leaders);
    }
  }

  Replica(String name, ObjectName lease, KubernetesClient client, Log log) {
    this.name = name;
    this.client = client;
    this.log = log;
    this.leadership =
        new Leadership(
            () -> client,
            new Leadership.Candidate(lease, name, Optional.of(STATUS)),
            this,
            new Leadership.Surroundings(clock, scheduler, io));
    leadership.start();
  }

  @Override
  public void gained() {
    log.add(name + " gained", 1);
  }

  @Override
  public void lost() {
    log.add(name + " lost", -1);
  }

  boolean leads() {
    return leadership.leads();
  }

  Optional<String> leader() {
    return leadership.leader().map(Leadership.Leader::identity);
  }

  /** Where the leader is to be asked. */
  Optional<URI> leadersStatus() {
    return leadership.leader().flatMap(Leadership.Leader::status);
  }

  Optional<String> failure() {
    return leadership.failure();
  }

  /** As by SIGTERM. */
  void stop() {
    leadership.close();
  }

  @Override
  public void close() {
    leadership.close();
    scheduler.close();
    io.close();
    client.close();
  }
}
