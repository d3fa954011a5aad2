package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.stoker.fingerprint.ExpectedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes facts of ConfigMaps and Secrets as the API (v1) has them in JSON. */
final class ObjectFacts {
  private static final String OWN_ANNOTATIONS = "stoker.io/";

  private ObjectFacts() {}

  /** Which object it is; everything in the API has these fields. */
  static ObjectName name(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    return new ObjectName(metadata.path("namespace").asText(), metadata.path("name").asText());
  }

  static String resourceVersion(JsonNode object) {
    return object.path("metadata").path("resourceVersion").asText();
  }

  static ConfigMapFacts configMap(ObjectName name, JsonNode object) {
    return read(name, object, false);
  }

  static ConfigMapFacts secret(ObjectName name, JsonNode object) {
    return read(name, object, true);
  }

  /** The contents of each key. */
  static Map<String, byte[]> contents(JsonNode object, boolean secret) {
    return entries(object, secret)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ConfigMapFacts read(ObjectName name, JsonNode object, boolean secret) {
    JsonNode metadata = object.path("metadata");
    var digests = new HashMap<String, String>();
    entries(object, secret)
        .forEach(entry -> digests.put(entry.getKey(), ExpectedFiles.digest(entry.getValue())));
    return new ConfigMapFacts(
        name,
        secret,
        metadata.path("uid").asText(),
        resourceVersion(object),
        texts(metadata.path("annotations"), key -> key.startsWith(OWN_ANNOTATIONS)),
        texts(metadata.path("labels"), key -> true),
        digests,
        object.path("immutable").asBoolean(),
        dataChangedAt(metadata));
  }

  /** One after the other, so that no second copy of all is made. */
  private static Stream<Map.Entry<String, byte[]>> entries(JsonNode object, boolean secret) {
    Function<String, byte[]> decode = Base64.getDecoder()::decode;
    Function<String, byte[]> plain = text -> text.getBytes(StandardCharsets.UTF_8);
    return Stream.concat(
        decoded(object.path("data"), secret ? decode : plain),
        decoded(object.path("binaryData"), decode));
  }

  /** Go has null where nothing is in a key. */
  private static Stream<Map.Entry<String, byte[]>> decoded(
      JsonNode data, Function<String, byte[]> decoder) {
    return data.propertyStream()
        .map(entry -> Map.entry(entry.getKey(), decoder.apply(entry.getValue().asText(""))));
  }

  private static Map<String, String> texts(JsonNode map, Function<String, Boolean> wanted) {
    return map.propertyStream()
        .filter(entry -> wanted.apply(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
  }

  /** A manager that owns labels or annotations only says nothing of contents. */
  private static Optional<Instant> dataChangedAt(JsonNode metadata) {
    return metadata
        .path("managedFields")
        .valueStream()
        .filter(manager -> ownsData(manager.path("fieldsV1")) && manager.hasNonNull("time"))
        .map(manager -> Instant.parse(manager.path("time").asText()))
        .max(Instant::compareTo);
  }

  private static boolean ownsData(JsonNode fields) {
    return fields.has("f:data") || fields.has("f:binaryData");
  }
}
