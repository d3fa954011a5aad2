package io.stoker.target;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Reads Prometheus' answer about its rules, one group at a time. */
final class RuleGroups {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RuleGroups() {}

  /** Tells each group; returns how many there are. */
  static Integer read(InputStream json, Consumer<ServedGroup> groups) throws IOException {
    try (JsonParser parser = JSON.getFactory().createParser(json)) {
      enterGroups(parser);
      int count = 0;
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        groups.accept(group(JSON.readTree(parser)));
        count++;
      }
      return count;
    } catch (JsonProcessingException e) {
      throw new UnexpectedAnswer("the answer is no JSON");
    }
  }

  private static void enterGroups(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    while (token != null
        && !(token == JsonToken.START_ARRAY && "groups".equals(parser.currentName()))) {
      token = parser.nextToken();
    }
    if (token == null) {
      throw new UnexpectedAnswer("the answer has no data.groups");
    }
  }

  private static ServedGroup group(JsonNode group) {
    List<ServedRule> rules = new ArrayList<>();
    group.path("rules").forEach(rule -> rules.add(rule(rule)));
    return new ServedGroup(
        group.path("file").asText(),
        group.path("name").asText(),
        group.path("interval").asDouble(),
        group.path("limit").asInt(),
        rules);
  }

  private static ServedRule rule(JsonNode rule) {
    return new ServedRule(
        rule.path("name").asText(),
        rule.path("query").asText(),
        rule.path("type").asText().equals("alerting")
            ? OptionalDouble.of(rule.path("duration").asDouble())
            : OptionalDouble.empty(),
        texts(rule.path("labels")),
        texts(rule.path("annotations")));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> all = new HashMap<>();
    object.properties().forEach(field -> all.put(field.getKey(), field.getValue().asText()));
    return all;
  }
}
