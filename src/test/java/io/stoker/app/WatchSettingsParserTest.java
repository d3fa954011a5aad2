package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stoker.check.CheckPolicy;
import io.stoker.kubernetes.ClusterWatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchSettingsParserTest {

  @Test
  void withoutAnyFlagTheOwnNamespaceIsWatched() throws InvalidSettings {
    WatchSettings settings = parse(Map.of());

    assertThat(settings.scope().in("monitoring"))
        .isEqualTo(new ClusterWatch.Scope(List.of("monitoring"), "", false));
    assertThat(settings.lease()).hasValue("stoker-watch");
    assertThat(settings.listenAddress()).hasValue(new ListenAddress("0.0.0.0", 8080));
    assertThat(settings.policy().volumes()).isTrue();
    assertThat(settings.policy().deadline()).isEqualTo(Duration.ofMinutes(3));
    assertThat(settings.policy().check()).isEqualTo(CheckPolicy.WARN);
  }

  @Test
  void namespacesMayBeGivenTogetherOrOneByOne() throws InvalidSettings {
    WatchSettings settings = parse(Map.of(WatchFlag.NAMESPACES, List.of("a, b", "c")));

    assertThat(settings.scope().in("own").namespaces()).containsExactly("a", "b", "c");
    assertThat(settings.scope().home(Optional.empty())).isEqualTo("a");
  }

  @Test
  void allNamespacesAreNone() throws InvalidSettings {
    WatchSettings settings = parse(Map.of(WatchFlag.ALL_NAMESPACES, List.of("true")));

    assertThat(settings.scope().in("own").namespaces()).isEmpty();
  }

  @Test
  void whereNobodyTellsTheNamespaceItSaysWhatToGive() throws InvalidSettings {
    WatchSettings settings = parse(Map.of());

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> settings.scope().home(Optional.empty()))
        .withMessageContaining("--namespaces");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app=prometheus",
        "app==a, tier != test",
        "app.kubernetes.io/name in (a, b-c),!stoker.io/off",
        "empty=",
        "tier notin (test)",
        "! off,generation>3,tier in (a,)"
      })
  void aLabelSelectorIsTakenAsKubectlTakesIt(String labels) throws InvalidSettings {
    WatchSettings settings = parse(Map.of(WatchFlag.SELECTOR, List.of(labels)));

    assertThat(settings.scope().in("own").labels()).isEqualTo(labels);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAMESPACES | Kube_Ops | --namespaces: \"Kube_Ops\" is no name that Kubernetes allows",
        "SELECTOR | app=a b | --selector: \"app=a b\" is no label selector; write for example app=prometheus,tier!=test",
        "SELECTOR | a..b/x | --selector: \"a..b/x\" is no label selector; write for example app=prometheus,tier!=test",
        "LEASE | a/b | --lease: \"a/b\" is no name that Kubernetes allows",
        "DEADLINE | soon | --deadline: \"soon\" is no duration such as 500ms, 5s or 1m30s",
        "DEADLINE | 0s | --deadline: must be at least 1s",
        "CA_FILE | /none/ca.pem | --ca-file: \"/none/ca.pem\" does not exist",
        "CREDENTIALS | /none | --credentials: \"/none\" is no folder",
        "VOLUMES | maybe | --volumes: \"maybe\" is neither true nor false",
        "MIN_GAP | 20s | --min-gap must not be longer than --max-wait",
        "CHECK | maybe | --check: \"maybe\" is none of off, warn, enforce",
        "ON_DRIFT | ignore | --on-drift: \"ignore\" is neither reload nor report"
      })
  void aFaultIsNamedWithItsFlag(WatchFlag flag, String value, String problem) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> parse(Map.of(flag, List.of(value))))
        .satisfies(e -> assertThat(e.problems()).containsExactly(problem));
  }

  @Test
  void oneNamespaceAndAllContradictEachOther() {
    var both =
        Map.of(WatchFlag.NAMESPACES, List.of("a"), WatchFlag.ALL_NAMESPACES, List.of("true"));

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> parse(both))
        .withMessage("--namespaces and --all-namespaces: give one of them");
  }

  private static WatchSettings parse(Map<WatchFlag, List<String>> given) throws InvalidSettings {
    return WatchSettingsParser.parse(flag -> given.getOrDefault(flag, List.of()));
  }
}
