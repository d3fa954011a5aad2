package io.stoker.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Tree.Branch;
import io.stoker.served.Tree.Items;
import io.stoker.served.Tree.Leaf;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the comparison of rules against what both versions really serve. */
class RulesContentIT {
  private static final int PAIRS = Integer.getInteger("content.rules", 100);

  private final Random random = new Random(Long.getLong("content.seed", 42));
  private final RandomValues values = new RandomValues(random);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"PROMETHEUS_3", "PROMETHEUS_2"})
  void noChangeCountsAsServedBeforeItIsAndNoneIsBlamedAfterwards(Tool tool) throws IOException {
    int told = 0;
    try (var prometheus = new ReloadedPrometheus(tool, folder)) {
      prometheus.refusal("rule_files: [rules.yml]");
      for (int i = 0; i < PAIRS; i++) {
        var tree = rules(tool == Tool.PROMETHEUS_3);
        String text = YamlWriter.write(tree, random);
        Comparison early = prometheus.rulesComparedWith(text);
        assertThat(prometheus.ruleRefusal(text)).as(text).isEmpty();
        Comparison now = prometheus.rulesComparedWith(text);

        assertThat(now).as(text).isNotInstanceOf(Different.class);
        assertThat(early).as(text).isNotInstanceOf(Held.class);
        told += early instanceof Different ? 1 : 0;
      }
    }
    assertThat(told).as("changes that are seen to be missing").isGreaterThan(PAIRS * 9 / 10);
  }

  private Branch rules(boolean groupLabels) {
    List<Tree> groups = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      Map<String, Tree> group = new LinkedHashMap<>();
      group.put("name", values.of("name"));
      maybe(group, "interval", "long");
      maybe(group, "limit", "int");
      maybe(group, "query_offset", "short");
      if (groupLabels) {
        maybe(group, "labels", "texts_by_key");
      }
      group.put("rules", new Items(List.of(alert(), recording(), alert())));
      groups.add(new Branch(group));
    }
    return new Branch(Map.of("groups", new Items(groups)));
  }

  private Branch alert() {
    Map<String, Tree> rule = new LinkedHashMap<>();
    rule.put("alert", values.of("name"));
    rule.put("expr", expression());
    maybe(rule, "for", "long");
    maybe(rule, "keep_firing_for", "short");
    maybe(rule, "labels", "texts_by_key");
    maybe(rule, "annotations", "texts_by_key");
    return new Branch(rule);
  }

  private Branch recording() {
    Map<String, Tree> rule = new LinkedHashMap<>();
    rule.put("record", values.of("name"));
    rule.put("expr", expression());
    maybe(rule, "labels", "texts_by_key");
    return new Branch(rule);
  }

  private Leaf expression() {
    List<String> all =
        List.of(
            "up==0",
            "sum(up)by(job)",
            "1",
            "rate(x[60s])",
            "up # comment",
            "-1e3 * up",
            "a\n  or b");
    return new Leaf("text", all.get(random.nextInt(all.size())));
  }

  private void maybe(Map<String, Tree> fields, String name, String type) {
    if (random.nextBoolean()) {
      fields.put(name, values.of(type));
    }
  }
}
