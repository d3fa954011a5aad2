package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleGroupsTest {
  private static final String ANSWER =
      """
      {"status":"success","data":{"groups":[
       {"name":"g","file":"/r.yml","rules":[
         {"state":"inactive","name":"Down","query":"up == 0","duration":60,"keepFiringFor":0,
          "labels":{"team":"a"},"annotations":{"summary":"s"},"alerts":[],"health":"ok",
          "evaluationTime":0.1,"lastEvaluation":"2026-11-25T00:00:00Z","type":"alerting"},
         {"name":"r","query":"sum(up)","health":"ok","type":"recording"}],
        "interval":30,"limit":5,"evaluationTime":0.1,"lastEvaluation":"2026-11-25T00:00:00Z"},
       {"name":"h","file":"/r.yml","rules":[],"interval":60,"limit":0}]}}
      """;

  @Test
  void tellsOneGroupAfterTheOther() throws IOException {
    var groups = new ArrayList<ServedGroup>();

    assertThat(RuleGroups.read(stream(ANSWER), groups::add)).isEqualTo(2);

    var down =
        new ServedRule(
            "Down", "up == 0", OptionalDouble.of(60), Map.of("team", "a"), Map.of("summary", "s"));
    var record = new ServedRule("r", "sum(up)", OptionalDouble.empty(), Map.of(), Map.of());
    assertThat(groups)
        .containsExactly(
            new ServedGroup("/r.yml", "g", 30, 5, List.of(down, record)),
            new ServedGroup("/r.yml", "h", 60, 0, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"data\":{\"groups\":[{\"name\":", "no JSON"})
  void complainsOfAnythingElse(String answer) {
    assertThatThrownBy(() -> RuleGroups.read(stream(answer), group -> {}))
        .isInstanceOf(IOException.class);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
