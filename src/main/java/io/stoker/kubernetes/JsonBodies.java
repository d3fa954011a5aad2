package io.stoker.kubernetes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the API server's JSON, of long answers one object at a time. */
final class JsonBodies {
  /** Keys of ConfigMaps are anybody's words; no table of them is kept. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build());

  private JsonBodies() {}

  /**
   * What a page of a list says of itself.
   *
   * @param next where the next page begins; empty after the last
   */
  record Page(String resourceVersion, String next) {}

  static JsonNode tree(InputStream body) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      requireObject(parser);
      JsonNode tree = JSON.readTree(parser);
      end(parser);
      return tree;
    }
  }

  /** Reads a page of a list. */
  static Page list(InputStream body, Consumer<JsonNode> item) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      JsonNode metadata = MissingNode.getInstance();
      requireObject(parser);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "metadata" -> metadata = JSON.readTree(parser);
          case "items" -> items(parser, item);
          default -> parser.skipChildren();
        }
      }
      end(parser);
      return new Page(
          metadata.path("resourceVersion").asText(), metadata.path("continue").asText());
    }
  }

  /** Reads one event after the other until the server ends the watch. */
  static void watch(InputStream body, Consumer<JsonNode> event) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      while (parser.nextToken() != null) {
        event.accept(JSON.readTree(parser));
      }
    }
  }

  /** Go has null for a list without items. */
  private static void items(JsonParser parser, Consumer<JsonNode> item) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        item.accept(JSON.readTree(parser));
      }
    }
  }

  /** A connection whose answer was read to its end is used again, another one is closed. */
  private static void end(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new IOException("the answer goes on after its end");
    }
  }

  private static void requireObject(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("the answer is not an object of JSON");
    }
  }
}
