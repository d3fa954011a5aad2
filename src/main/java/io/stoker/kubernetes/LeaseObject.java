package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A Lease of the API (coordination.k8s.io/v1) in JSON; what others wrote into it stays. */
record LeaseObject(JsonNode json) {
  private static final DateTimeFormatter MICRO_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** One that nobody holds and that is not in the API yet. */
  static LeaseObject unheld(ObjectName name) {
    ObjectNode lease = JsonNodeFactory.instance.objectNode();
    lease.put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
    lease.putObject("metadata").put("namespace", name.namespace()).put("name", name.name());
    return new LeaseObject(lease);
  }

  /** Empty if nobody holds it. */
  String holder() {
    return spec().path("holderIdentity").asText("");
  }

  Optional<String> annotation(String key) {
    return Optional.ofNullable(json.path("metadata").path("annotations").path(key).textValue());
  }

  /** The same with this annotation. */
  LeaseObject annotated(String key, String value) {
    ObjectNode all = json.deepCopy();
    all.withObject("/metadata/annotations").put(key, value);
    return new LeaseObject(all);
  }

  /** How long it is in force after it was written. */
  Duration duration() {
    int seconds = spec().path("leaseDurationSeconds").asInt();
    return seconds > 0 ? Duration.ofSeconds(seconds) : Election.LEASE;
  }

  /** The same in this candidate's name from now on. */
  LeaseObject heldBy(String identity, Instant now) {
    boolean renewal = holder().equals(identity);
    boolean first = spec().isMissingNode();
    ObjectNode spec = written(identity, Election.LEASE, now);
    if (!renewal) {
      spec.put("acquireTime", MICRO_TIME.format(now));
      spec.put("leaseTransitions", first ? 0 : spec.path("leaseTransitions").asInt() + 1);
    }
    return with(spec);
  }

  /** The same, and anybody may take it at once. */
  LeaseObject released(Instant now) {
    return with(written("", Duration.ofSeconds(1), now));
  }

  private ObjectNode written(String holder, Duration duration, Instant now) {
    ObjectNode spec =
        spec() instanceof ObjectNode before
            ? before.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    return spec.put("holderIdentity", holder)
        .put("leaseDurationSeconds", (int) duration.toSeconds())
        .put("renewTime", MICRO_TIME.format(now));
  }

  private LeaseObject with(ObjectNode spec) {
    ObjectNode all = json.deepCopy();
    all.set("spec", spec);
    return new LeaseObject(all);
  }

  private JsonNode spec() {
    return json.path("spec");
  }
}
