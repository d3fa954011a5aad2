package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Lease of the API (coordination.k8s.io/v1) in JSON; what others wrote into it stays. */
record LeaseObject(JsonNode json) {
  private static final DateTimeFormatter MICRO_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String STATUS_ADDRESS = "stoker.io/status-address";

  /** No name to be looked up, no user, no path: who may write a Lease can't have more asked. */
  private static final Pattern ADDRESS =
      Pattern.compile("http://([0-9.]{7,15}|\\[[0-9a-fA-F:.]+]):[0-9]{1,5}");

  /** What a header may hold, since a request names the holder that it is meant for. */
  private static final Pattern IDENTITY = Pattern.compile("[!-~]{1,500}");

  private static final int HIGHEST_PORT = 65535;

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

  /** Where its holder serves its status; empty if that is not told, or not in the right form. */
  Optional<URI> statusAddress() {
    return annotation(STATUS_ADDRESS)
        .filter(text -> ADDRESS.matcher(text).matches() && IDENTITY.matcher(holder()).matches())
        .flatMap(LeaseObject::uri)
        .filter(uri -> uri.getHost() != null && uri.getPort() <= HIGHEST_PORT);
  }

  /** The same with the address of its holder's status, or without that of one before. */
  LeaseObject servingStatusAt(Optional<URI> address) {
    return address
        .map(uri -> annotated(STATUS_ADDRESS, uri.toString()))
        .orElseGet(() -> without(STATUS_ADDRESS));
  }

  private LeaseObject without(String annotation) {
    ObjectNode all = json.deepCopy();
    if (all.at("/metadata/annotations") instanceof ObjectNode annotations) {
      annotations.remove(annotation);
    }
    return new LeaseObject(all);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
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
