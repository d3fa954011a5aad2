package io.stoker.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.target.CallFailure;
import io.stoker.target.ServedGroup;
import io.stoker.target.TargetProfile;
import io.stoker.verify.ContentVerdict.CannotTell;
import io.stoker.verify.ContentVerdict.Differs;
import io.stoker.verify.ContentVerdict.Holds;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What real targets do not do on request; the rest is in the tests on real ones. */
class ContentVerifierTest {
  private static final String MAIN = "global: {scrape_interval: 17s}\n";
  private static final TextMap TEXTS = new TextMap(Map.of("prometheus.yml", MAIN));

  private final StagedPrometheus served = new StagedPrometheus(MAIN);

  @ParameterizedTest
  @EnumSource(names = {"BLACKBOX", "GENERIC"})
  void whatDoesNotTellWhatItRunsIsNeverProven(TargetProfile profile) {
    assertThat(new ContentVerifier(served, profile).verify(TEXTS))
        .isEqualTo(
            new CannotTell(
                "targets of the profile " + profile.word() + " do not tell what they run"));
  }

  /** The hash is that of Alertmanager 0.28.1 for this text. */
  @ParameterizedTest
  @CsvSource({"184816797860636, true", "184816797860637, false"})
  void theHashOfAlertmanagerIsThatOfTheBytes(String hash, boolean holds) {
    served.hash = hash;
    var texts =
        new TextMap(Map.of("alertmanager.yml", "route: {receiver: a}\nreceivers: [{name: a}]\n"));

    assertThat(
            new ContentVerifier(served, TargetProfile.ALERTMANAGER).verify(texts) instanceof Holds)
        .isEqualTo(holds);
  }

  @Test
  void whatAFailureHidesCannotBeTold() {
    var verifier = new ContentVerifier(served, TargetProfile.PROMETHEUS);
    served.failure = Optional.of(new CallFailure.Untrusted("TLS failed: unknown CA"));
    assertThat(verifier.verify(TEXTS))
        .isEqualTo(
            new CannotTell("Prometheus does not tell how it was started: TLS failed: unknown CA"));

    served.failure = Optional.empty();
    served.configFailure = Optional.of(new CallFailure.Unavailable("HTTP 503"));
    assertThat(verifier.verify(TEXTS))
        .isEqualTo(new CannotTell("the served configuration cannot be compared: HTTP 503"));
  }

  @Test
  void whatIsGoneWhileItIsReadCannotBeTold() {
    var texts =
        new Texts() {
          @Override
          public List<String> names() {
            return List.of("prometheus.yml");
          }

          @Override
          public InputStream open(String name) throws IOException {
            throw new IOException("it was deleted");
          }
        };

    assertThat(new ContentVerifier(served, TargetProfile.PROMETHEUS).verify(texts))
        .isEqualTo(new CannotTell("the ConfigMap could not be read: it was deleted"));
  }

  @Test
  void aDifferenceInRulesOutweighsAMainFileThatCannotBeTold() {
    served.groups = List.of(new ServedGroup("/r/rules.yml", "g", 60, 0, List.of()));
    served.configFailure = Optional.of(new CallFailure.Unavailable("HTTP 503"));
    var texts = new TextMap(Map.of("prometheus.yml", MAIN, "rules.yml", "groups: []"));

    assertThat(new ContentVerifier(served, TargetProfile.PROMETHEUS).verify(texts))
        .isEqualTo(new Differs("rules.yml, group \"g\" is not in the file"));
  }

  @Test
  void servedRulesOfAFileThatCannotBeReadAreNotPassedOver() {
    served.groups = List.of(new ServedGroup("/r/odd.yml", "g", 60, 0, List.of()));
    var texts = new TextMap(Map.of("prometheus.yml", MAIN, "odd.yml", "a: [b"));

    assertThat(new ContentVerifier(served, TargetProfile.PROMETHEUS).verify(texts))
        .isEqualTo(new CannotTell("odd.yml has rules that Stoker cannot read as Prometheus does"));
  }
}
