package io.stoker.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {
  private final List<String> read = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'L','metadata':{'resourceVersion':'5','continue':'n'},'items':[{'a':1},{'a':2}]}",
        "{'items':[{'a':1},{'a':2}],'x':{'items':[3]},'metadata':{'resourceVersion':'5','continue':'n'}}"
      })
  void readsTheItemsOfAPageInAnyOrderOfFields(String page) throws IOException {
    assertThat(list(page)).isEqualTo(new JsonBodies.Page("5", "n"));
    assertThat(read).containsExactly("{\"a\":1}", "{\"a\":2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null"})
  void aListWithoutItemsIsTheLastPage(String items) throws IOException {
    assertThat(list("{'metadata':{'resourceVersion':'5'},'items':%s}".formatted(items)))
        .isEqualTo(new JsonBodies.Page("5", ""));
    assertThat(read).isEmpty();
  }

  @Test
  void whatIsNoListOrBreaksOffIsNotTakenForAnEmptyOne() {
    for (String body : List.of("", "[]", "<html>", "{'items':[{'a':1}")) {
      assertThatThrownBy(() -> list(body)).as(body).isInstanceOf(IOException.class);
    }
  }

  @Test
  void eventsAreTakenOneByOneAndATornOneIsNot() {
    assertThatThrownBy(() -> watch("{'type':'ADDED'}\n{'type':'DELETED'}\n{'type':'MOD"))
        .isInstanceOf(IOException.class);
    assertThat(read).containsExactly("{\"type\":\"ADDED\"}", "{\"type\":\"DELETED\"}");
  }

  @Test
  void aWatchMayEndBetweenEvents() throws IOException {
    watch("{'type':'ADDED'}\n");
    assertThat(read).hasSize(1);
  }

  private JsonBodies.Page list(String body) throws IOException {
    return JsonBodies.list(stream(body), item -> read.add(item.toString()));
  }

  private void watch(String body) throws IOException {
    JsonBodies.watch(stream(body), event -> read.add(event.toString()));
  }

  private static InputStream stream(String body) {
    return new ByteArrayInputStream(body.replace('\'', '"').getBytes(UTF_8));
  }
}
