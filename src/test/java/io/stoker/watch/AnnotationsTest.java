package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.target.TargetProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationsTest {

  @Test
  void oneAnnotationIsEnough() {
    assertThat(Annotations.read(Map.of("stoker.io/reload", "prometheus")))
        .isEqualTo(
            new Annotated.Wanted(
                new ReloadWish(
                    List.of("prometheus"),
                    TargetProfile.PROMETHEUS,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    false)));
  }

  @Test
  void whatAllObjectsHaveIsKeptOnceAndNothingIsLost() {
    var given = Map.of("stoker.io/relaod", "a", String.join("/", "stoker.io", "reload"), "b");

    Map<String, String> shared = Annotations.shared(given);

    assertThat(shared).isEqualTo(given);
    assertThat(shared.keySet()).anySatisfy(key -> assertThat(key).isSameAs(Annotations.RELOAD));
  }

  @Test
  void allOfThemTogether() {
    var annotations = new HashMap<String, String>();
    annotations.put("stoker.io/reload", "alertmanager, alertmanager-test");
    annotations.put("stoker.io/profile", "alertmanager");
    annotations.put("stoker.io/port", "9093");
    annotations.put("stoker.io/scheme", "https");
    annotations.put("stoker.io/path", "/alert/-/reload");
    annotations.put("stoker.io/server-name", "alert.example.org");
    annotations.put("stoker.io/stagger", "3");
    annotations.put("stoker.io/status", "");
    annotations.put("kubectl.kubernetes.io/last-applied-configuration", "{}");

    assertThat(Annotations.read(annotations))
        .isEqualTo(
            new Annotated.Wanted(
                new ReloadWish(
                    List.of("alertmanager", "alertmanager-test"),
                    TargetProfile.ALERTMANAGER,
                    Optional.of("9093"),
                    Optional.of("https"),
                    Optional.of("/alert/-/reload"),
                    Optional.of("alert.example.org"),
                    3,
                    true)));
  }

  @Test
  void whatOthersAnnotateIsNotOurs() {
    assertThat(Annotations.read(Map.of("reloader.stakater.com/match", "true")))
        .isEqualTo(new Annotated.Nothing());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "stoker.io/relaod | prometheus | did you mean stoker.io/reload?",
        "stoker.io/profil | generic | did you mean stoker.io/profile?",
        "stoker.io/reload | ~~ | it names the Service to reload, such as stoker.io/reload: prometheus",
        "stoker.io/reload | Prometheus | \"Prometheus\" is not understood",
        "stoker.io/reload | http://prometheus:9090 | the name of a Service in this namespace",
        "stoker.io/profile | prom | prometheus, alertmanager",
        "stoker.io/port | 9090/web | write for example 9090 or web",
        "stoker.io/scheme | tls | write for example http or https",
        "stoker.io/path | -/reload | write for example /prometheus/-/reload",
        "stoker.io/server-name | 10.0.0.1 | write for example prometheus.example.org",
        "stoker.io/server-name | https://prometheus | write for example prometheus.example.org",
        "stoker.io/server-name | *.example.org | write for example prometheus.example.org",
        "stoker.io/stagger | 0 | write for example 1"
      })
  void aMistakeIsToldWithTheRightSpelling(String key, String value, String told) {
    var annotations = new HashMap<>(Map.of("stoker.io/reload", "prometheus"));
    annotations.put(key, value);

    assertThat(Annotations.read(annotations))
        .isInstanceOfSatisfying(
            Annotated.Wrong.class, wrong -> assertThat(wrong.message()).contains(key, told));
  }

  @Test
  void aStatusAloneAsksForNothingThatCouldBeDone() {
    assertThat(Annotations.read(Map.of("stoker.io/status", "")))
        .isInstanceOfSatisfying(
            Annotated.Wrong.class,
            wrong -> assertThat(wrong.message()).startsWith("stoker.io/reload is missing"));
  }
}
