package io.stoker.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.stoker.fingerprint.ExpectedFiles;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes versions of what the API server tells. */
final class ConfigMapVersions {
  private ConfigMapVersions() {}

  static ConfigMapVersion.Present of(ConfigMap map) {
    return new ConfigMapVersion.Present(
        new ConfigMapVersion.Id(map.getMetadata().getUid(), map.getMetadata().getResourceVersion()),
        Boolean.TRUE.equals(map.getImmutable()),
        digests(map.getData(), map.getBinaryData()));
  }

  /** Binary data comes in base64. */
  private static SortedMap<String, String> digests(
      Map<String, String> data, Map<String, String> binaryData) {
    var digests = new TreeMap<String, String>();
    data.forEach((key, text) -> digests.put(key, digest(text.getBytes(StandardCharsets.UTF_8))));
    binaryData.forEach((key, text) -> digests.put(key, digest(Base64.getDecoder().decode(text))));
    return digests;
  }

  private static String digest(byte[] content) {
    return ExpectedFiles.digest(content);
  }
}
