package io.stoker.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.ExpectedFiles;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ObjectFactsTest {
  private static final ObjectName NAME = new ObjectName("a", "b");

  @Test
  void keepsOfAConfigMapNoContentsButTheirDigests() {
    var facts =
        ObjectFacts.configMap(
            NAME,
            Json.of(
                """
                {'metadata': {'namespace': 'a', 'name': 'b', 'uid': 'u', 'resourceVersion': '7',
                   'labels': {'app': 'prometheus'},
                   'annotations': {'stoker.io/reload': 'prometheus', 'other': 'x'}},
                 'immutable': true,
                 'data': {'a.yml': 'ä', 'empty': ''},
                 'binaryData': {'b.gz': 'AAE='}}
                """));

    assertThat(facts)
        .isEqualTo(
            new ConfigMapFacts(
                new ObjectName("a", "b"),
                false,
                "u",
                "7",
                Map.of("stoker.io/reload", "prometheus"),
                Map.of("app", "prometheus"),
                new TreeMap<>(
                    Map.of(
                        "a.yml", digest("ä".getBytes(UTF_8)),
                        "empty", digest(new byte[0]),
                        "b.gz", digest(new byte[] {0, 1}))),
                true,
                Optional.empty()));
  }

  @Test
  void decodesASecretAndTakesNullForNothing() {
    var secret =
        Json.of("{'metadata': {}, 'data': {'password': 'c2VjcmV0', 'empty': '', 'null': null}}");

    assertThat(ObjectFacts.secret(NAME, secret).digests())
        .containsOnly(
            Map.entry("password", digest("secret".getBytes(UTF_8))),
            Map.entry("empty", digest(new byte[0])),
            Map.entry("null", digest(new byte[0])));
    assertThat(ObjectFacts.contents(secret, true).get("password")).asString().isEqualTo("secret");
  }

  @Test
  void theTimeOfAChangeIsThatOfTheLastManagerWhoOwnsData() {
    var facts =
        ObjectFacts.configMap(
            NAME,
            Json.of(
                """
                {'metadata': {'managedFields': [
                   {'time': '2026-01-01T00:00:01Z', 'fieldsV1': {'f:data': {'f:a': {}}}},
                   {'time': '2026-01-01T00:00:02Z', 'fieldsV1': {'f:binaryData': {}}},
                   {'time': '2026-01-01T00:00:03Z', 'fieldsV1': {'f:metadata': {}}},
                   {'fieldsV1': {'f:data': {}}}]}}
                """));

    assertThat(facts.dataChangedAt()).contains(Instant.parse("2026-01-01T00:00:02Z"));
  }

  private static String digest(byte[] content) {
    return ExpectedFiles.digest(content);
  }
}
