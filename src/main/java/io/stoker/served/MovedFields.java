package io.stoker.served;

import io.stoker.yaml.YamlNode;
import io.stoker.yaml.YamlNode.Entry;
import io.stoker.yaml.YamlNode.Mapping;
import io.stoker.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields that Prometheus takes for another and serves as that one (common v0.54 and v0.65). */
final class MovedFields {
  private static final String AUTHORIZATION = "authorization";
  private static final Map<String, String> TOKENS =
      Map.of("bearer_token", "credentials", "bearer_token_file", "credentials_file");

  private MovedFields() {}

  /** The fields of a file, by the names that they are served by. */
  static Map<String, YamlNode> in(Map<String, YamlNode> written, Map<String, YamlNode> served) {
    if (TOKENS.keySet().stream().noneMatch(token -> isMoved(token, written, served))) {
      return written;
    }
    var fields = new LinkedHashMap<>(written);
    TOKENS.forEach(
        (token, credentials) -> {
          if (isMoved(token, written, served)) {
            YamlNode value = fields.remove(token);
            fields.putIfAbsent(AUTHORIZATION, wrapped(credentials, value));
          }
        });
    return fields;
  }

  private static boolean isMoved(
      String token, Map<String, YamlNode> written, Map<String, YamlNode> served) {
    return written.containsKey(token)
        && !Meant.isZero(written.get(token))
        && !served.containsKey(token);
  }

  private static Mapping wrapped(String key, YamlNode value) {
    var name = new Scalar(value.position(), key, true, Optional.empty());
    return new Mapping(value.position(), List.of(new Entry(name, value)));
  }
}
