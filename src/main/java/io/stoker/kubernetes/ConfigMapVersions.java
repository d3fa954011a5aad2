package io.stoker.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.stoker.fingerprint.ExpectedFiles;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes versions of what the API server tells. */
final class ConfigMapVersions {
  private ConfigMapVersions() {}

  static ConfigMapVersion.Present of(ConfigMap map) {
    var digests = new TreeMap<String, String>();
    long size =
        contents(map)
            .mapToLong(
                content -> {
                  digests.put(content.getKey(), ExpectedFiles.digest(content.getValue()));
                  return content.getValue().length;
                })
            .sum();
    return new ConfigMapVersion.Present(
        new ConfigMapVersion.Id(map.getMetadata().getUid(), map.getMetadata().getResourceVersion()),
        Boolean.TRUE.equals(map.getImmutable()),
        size,
        digests);
  }

  /** One after the other; binary data comes in base64. */
  private static Stream<Map.Entry<String, byte[]>> contents(ConfigMap map) {
    return Stream.concat(
        map.getData().entrySet().stream()
            .map(
                text -> Map.entry(text.getKey(), text.getValue().getBytes(StandardCharsets.UTF_8))),
        map.getBinaryData().entrySet().stream()
            .map(text -> Map.entry(text.getKey(), Base64.getDecoder().decode(text.getValue()))));
  }
}
