package io.stoker.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Asks a Prometheus about itself; no answer is an {@link java.io.UncheckedIOException}. */
public record PrometheusClient(String url) {

  public record ScrapedTarget(String job, String health, String scrapeUrl, String lastError) {
    public boolean up() {
      return health.equals("up");
    }
  }

  /** Host and port. */
  public String address() {
    return url.substring("http://".length());
  }

  public boolean ready() {
    return Http.answers(url + "/-/ready");
  }

  public String version() {
    return api("status/buildinfo").path("version").asText();
  }

  public JsonNode runtimeInfo() {
    return api("status/runtimeinfo");
  }

  public Instant startTime() {
    return Instant.parse(runtimeInfo().path("startTime").asText());
  }

  /** The running configuration, as Prometheus writes it down again. */
  public String servedConfig() {
    return api("status/config").path("yaml").asText();
  }

  public List<ScrapedTarget> targets() {
    return stream(api("targets?state=active").path("activeTargets"))
        .map(
            target ->
                new ScrapedTarget(
                    target.path("labels").path("job").asText(),
                    target.path("health").asText(),
                    target.path("scrapeUrl").asText(),
                    target.path("lastError").asText()))
        .toList();
  }

  public boolean up(String job) {
    return targets().stream().anyMatch(target -> target.job().equals(job) && target.up());
  }

  /** The names of the rule groups that are evaluated. */
  public List<String> ruleGroups() {
    return stream(api("rules").path("groups")).map(group -> group.path("name").asText()).toList();
  }

  /** The first sample of an instant query. */
  public OptionalDouble query(String expression) {
    var encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    return stream(api("query?query=" + encoded).path("result"))
        .mapToDouble(sample -> sample.path("value").path(1).asDouble())
        .findFirst();
  }

  public MetricText metrics() {
    return new MetricText(Http.get(url + "/metrics").body());
  }

  /** Requests for a reload that it has answered since its start, whatever the answer. */
  public int reloadRequests() {
    return (int) metrics().sum("prometheus_http_requests_total", "handler=\"/-/reload\"");
  }

  public boolean lastReloadSuccessful() {
    return metrics().value("prometheus_config_last_reload_successful").orElse(0) == 1;
  }

  private JsonNode api(String path) {
    var reply = Http.get(url + "/api/v1/" + path);
    if (!reply.ok()) {
      throw new IllegalStateException(path + ": " + reply);
    }
    return reply.json().path("data");
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
