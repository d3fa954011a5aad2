package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a watcher asks of the API server. Each request blocks, until ten seconds have passed without
 * a word, and throws a {@link RequestFailure} if it fails.
 */
public final class ClusterRequests {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final String PROOFS = "stoker.io/proofs";

  private final Supplier<KubernetesClient> client;
  private final String reporter;
  private final InstantSource wallClock;

  /**
   * Asks nothing yet.
   *
   * @param client made when it is first needed
   * @param reporter the own pod's name, which Events are told by
   */
  public ClusterRequests(
      Supplier<KubernetesClient> client, String reporter, InstantSource wallClock) {
    this.client = client;
    this.reporter = reporter;
    this.wallClock = wallClock;
  }

  /** What a pod mounts; empty if there is none of this name. */
  public Optional<PodFacts> pod(ObjectName pod) {
    return find("pods", pod).map(PodFactsReader::read);
  }

  /** Makes the kubelet look at a pod's volumes at once, by changing an annotation of it. */
  public void nudge(ObjectName pod) {
    annotate("pods", pod, PodSide.NUDGE, wallClock.instant().toString());
  }

  /**
   * The contents of a ConfigMap or Secret, by its keys; empty if there is none of this name. They
   * are as large as 1 MiB: to be dropped after use.
   */
  public Optional<Map<String, byte[]>> texts(ObjectName name, boolean secret) {
    return find(secret ? "secrets" : "configmaps", name)
        .map(found -> ObjectFacts.contents(found, secret));
  }

  /** Writes an Event on a ConfigMap. */
  public void event(ConfigMapFacts about, EventNote note) {
    String kind = about.secret() ? "Secret" : "ConfigMap";
    var object = EventForm.about(kind, about.name(), Optional.of(about.uid()));
    ask(
        ApiFailures.EVENTS,
        kubernetes -> {
          Event event = EventForm.event(object, note, reporter, wallClock.instant());
          new ApiServer(kubernetes).create(event);
          return event;
        });
  }

  /** Sets one annotation of a ConfigMap and changes nothing else. */
  public void annotate(ObjectName configMap, String key, String value) {
    annotate("configmaps", configMap, key, value);
  }

  /** What {@link #keepProofs} kept; empty where nothing was. */
  public Optional<String> proofs(ObjectName lease) {
    return leases(lease, requests -> requests.read().flatMap(found -> found.annotation(PROOFS)));
  }

  /** Keeps a text of up to 200 KB in a Lease that nobody has to hold. */
  public void keepProofs(ObjectName lease, String proofs) {
    leases(
        lease,
        requests -> {
          Optional<LeaseObject> before = requests.read();
          LeaseObject kept = before.orElseGet(() -> LeaseObject.unheld(lease));
          return requests.write(kept.annotated(PROOFS, proofs), before.isEmpty());
        });
  }

  private <T> T leases(ObjectName lease, Function<LeaseRequests, T> request) {
    try {
      return request.apply(new LeaseRequests(client, lease));
    } catch (RuntimeException e) {
      throw new RequestFailure(e, ApiFailures.LEASES);
    }
  }

  private Optional<JsonNode> find(String resource, ObjectName name) {
    return ask(
        ApiFailures.rule(resource, "get"),
        kubernetes -> new ApiConnection(kubernetes).find(path(resource, name), DEADLINE));
  }

  private void annotate(String resource, ObjectName name, String key, String value) {
    ObjectNode changes = JsonNodeFactory.instance.objectNode();
    changes.putObject("metadata").putObject("annotations").put(key, value);
    ask(
        ApiFailures.rule(resource, "patch"),
        kubernetes -> new ApiConnection(kubernetes).patch(path(resource, name), changes, DEADLINE));
  }

  private static String path(String resource, ObjectName name) {
    return "/api/v1/namespaces/%s/%s/%s".formatted(name.namespace(), resource, name.name());
  }

  private <T> T ask(String rule, Function<KubernetesClient, T> request) {
    try {
      return request.apply(client.get());
    } catch (RuntimeException e) {
      throw new RequestFailure(e, rule);
    }
  }
}
