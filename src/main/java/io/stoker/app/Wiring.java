package io.stoker.app;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.prometheus.client.CollectorRegistry;
import io.stoker.app.Reporting.Metrics;
import io.stoker.app.Sidecar.ClusterAccess;
import io.stoker.debounce.MonotonicClock;
import io.stoker.kubernetes.Cluster.PodName;
import io.stoker.report.Diagnoses;
import io.stoker.report.Journal;
import io.stoker.report.ProvenTargets;
import io.stoker.report.Pulse;
import io.stoker.report.Readiness;
import io.stoker.report.Standing;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the few beans that the framework has to know. */
final class Wiring {
  private static final int MISSED_TICKS = 3;
  private static final Duration LEAST_PULSE = Duration.ofSeconds(30);

  private Wiring() {}

  @Produces
  @Singleton
  static Mode mode(Config config) throws InvalidSettings {
    boolean watch =
        config.getOptionalValue(Mode.KEY, String.class).filter(Mode.WATCH::equals).isPresent();
    return watch
        ? WatchSettingsParser.parse(SettingsSource.of(config))
        : SettingsParser.parse(SettingsSource.of(config));
  }

  @Produces
  @Singleton
  static Journal journal() {
    return new Journal();
  }

  @Produces
  @Singleton
  static Diagnoses diagnoses() {
    return new Diagnoses();
  }

  @Produces
  @Singleton
  static Pulse pulse(Mode mode) {
    Duration missed = mode.tick().multipliedBy(MISSED_TICKS);
    return new Pulse(
        new MonotonicClock(), missed.compareTo(LEAST_PULSE) > 0 ? missed : LEAST_PULSE);
  }

  @Produces
  @Singleton
  static ColdPages pages() {
    return new ColdPages(new MonotonicClock(), OwnExecutable.memory());
  }

  /** The framework would make another one for each who asks. */
  @Produces
  @Singleton
  static CollectorRegistry collectors() {
    return new CollectorRegistry(true);
  }

  @Produces
  @Singleton
  static Metrics metrics(MeterRegistry registry, CollectorRegistry collectors) {
    return new Metrics(registry, collectors);
  }

  @Produces
  @Singleton
  static Program program(
      Mode mode,
      Metrics metrics,
      Journal journal,
      Diagnoses diagnoses,
      Pulse pulse,
      ColdPages pages,
      Instance<KubernetesClient> client,
      @ConfigProperty(name = "stoker.version") String version) {
    var reporting = new Reporting(metrics, journal, diagnoses, pages, version);
    var access =
        new ClusterAccess(client::get, ownPod(), System.getenv().getOrDefault("POD_IP", ""));
    return switch (mode) {
      case Settings settings -> new Sidecar(settings, reporting, pulse, access);
      case WatchSettings settings -> new WatchPod(settings, reporting, pulse, access);
    };
  }

  @Produces
  @Singleton
  static Readiness readiness(Program program, Journal journal) {
    return program instanceof WatchPod watch ? watch : new ProvenTargets(journal);
  }

  @Produces
  @Singleton
  static Standing.Known standing(Program program) {
    return () -> program.replica().flatMap(WatchReplica::now);
  }

  /** By the downward API where the manifest has it, else by what every pod has. */
  private static PodName ownPod() {
    Map<String, String> environment = System.getenv();
    return new PodName(
        environment.getOrDefault("POD_NAMESPACE", ""),
        environment.getOrDefault("POD_NAME", environment.getOrDefault("HOSTNAME", "")));
  }
}
