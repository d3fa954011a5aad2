package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.ObjectName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchRulesTest {
  private static final String RULES =
      """
      - namespace: monitoring
        names: [prometheus-config, prometheus-rules]
        reload: prometheus
      - labels: {app: alertmanager}
        reload: alertmanager
        profile: alertmanager
        stagger: 2
      """;

  @Test
  void aRuleStandsForAnnotations() throws IOException {
    WatchRules rules = read(RULES);

    assertThat(rules.annotations(configMap("monitoring", "prometheus-rules", Map.of(), Map.of())))
        .isEqualTo(Map.of("stoker.io/reload", "prometheus"));
    assertThat(
            rules.annotations(configMap("other", "any", Map.of("app", "alertmanager"), Map.of())))
        .containsEntry("stoker.io/profile", "alertmanager")
        .containsEntry("stoker.io/stagger", "2");
  }

  @Test
  void whatNoRuleIsAboutIsLeftAlone() throws IOException {
    WatchRules rules = read(RULES);

    assertThat(rules.annotations(configMap("other", "prometheus-config", Map.of(), Map.of())))
        .isEmpty();
    assertThat(rules.annotations(configMap("monitoring", "grafana", Map.of(), Map.of()))).isEmpty();
  }

  @Test
  void anObjectThatSaysItselfWhatIsReloadedIsNoRulesBusiness() throws IOException {
    var own = Map.of("stoker.io/reload", "another");

    assertThat(read(RULES).annotations(configMap("monitoring", "prometheus-config", Map.of(), own)))
        .isEqualTo(own);
  }

  @Test
  void aRuleHoldsForAnObjectThatOnlyWantsItsStatusOrItsOwnStagger() throws IOException {
    var own = Map.of("stoker.io/status", "wanted", "stoker.io/stagger", "3");
    var labels = Map.of("app", "alertmanager");

    assertThat(read(RULES).annotations(configMap("other", "any", labels, own)))
        .containsEntry("stoker.io/reload", "alertmanager")
        .containsEntry("stoker.io/status", "wanted")
        .containsEntry("stoker.io/stagger", "3");
  }

  @Test
  void anEmptyFileHasNoRules() throws IOException {
    assertThat(read("").rules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reload: prometheus | line 1: rules have to be a list: begin each with '- '",
        "- {reload: prometheus} | line 1: a rule needs names or labels, else it would be about all",
        "- {names: a} | line 1: a rule needs reload: and the name of a Service",
        "- {names: a, relaod: b, reload: c} | line 1: there is no annotation relaod; did you mean reload?",
        "- {labels: a, reload: b} | line 1: labels has to consist of keys and values",
        "- {names: a, reload: b, status: c} | line 1: a status is written where it was asked for: annotate the object with stoker.io/status",
        "- {names: a, reload: [b]} | line 1: a single value is expected here"
      })
  void whatIsNotUnderstoodIsToldWithItsLine(String yaml, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(yaml)).withMessage(message);
  }

  private static WatchRules read(String yaml) throws IOException {
    return WatchRulesFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static ConfigMapFacts configMap(
      String namespace, String name, Map<String, String> labels, Map<String, String> annotations) {
    return new ConfigMapFacts(
        new ObjectName(namespace, name),
        false,
        "uid",
        "1",
        annotations,
        labels,
        new TreeMap<>(),
        false,
        Optional.empty());
  }
}
