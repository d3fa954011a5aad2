package io.stoker.demo;

import static org.awaitility.Awaitility.await;

import io.stoker.testbed.PrometheusClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Looks at Prometheus alone: whatever Stoker says has no part in these times. */
record Observer(PrometheusClient prometheus) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(5);

  /** When the running configuration was first seen to contain this. */
  Instant configHolds(String text) {
    return seen("the served config holds " + text, () -> prometheus.servedConfig().contains(text));
  }

  /** When the job's target was first seen to be scraped with success. */
  Instant jobUp(String job) {
    return seen("target of job " + job + " is up", () -> prometheus.up(job));
  }

  Instant positive(String expression) {
    return seen(
        expression + " is positive", () -> prometheus.query(expression).orElse(Double.NaN) > 0);
  }

  double value(String expression) {
    return prometheus.query(expression).orElseThrow();
  }

  String config() {
    return prometheus.servedConfig();
  }

  private static Instant seen(String what, Callable<Boolean> sight) {
    await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(GLANCE)
        .ignoreExceptions()
        .until(sight);
    return Instant.now();
  }
}
