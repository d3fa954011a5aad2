package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.kubernetes.ObjectName;
import io.stoker.target.CallFailure;
import io.stoker.target.Refusal;
import io.stoker.target.TargetProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnnotationAdviceTest {
  private static final Pattern ANNOTATION = Pattern.compile("stoker\\.io/[-a-z]+");

  /** Where the watcher has other flags than the sidecar, or Prometheus has one. */
  private static final List<String> FLAGS =
      List.of("--ca-file", "--credentials", "--web.enable-lifecycle", "--web.route-prefix");

  @Test
  void onlyNamesWhatTheUserOfAWatcherCanChange() {
    assertThat(all(spec(Optional.empty()))).hasSize(11).allSatisfy(this::assertKnown);
  }

  @Test
  void ofACertificateItSaysWhichNameIsMissing() {
    var untrusted = new CallFailure.Untrusted("TLS failed");

    assertThat(new AnnotationAdvice(spec(Optional.empty())).after(untrusted))
        .contains("must name prometheus.monitoring.svc ");
    assertThat(new AnnotationAdvice(spec(Optional.of("metrics.example.org"))).after(untrusted))
        .contains("must name metrics.example.org ");
  }

  private void assertKnown(String advice) {
    Stream.of(advice.split("[ ,;:?()']+"))
        .filter(word -> word.startsWith("--"))
        .forEach(flag -> assertThat(FLAGS).contains(flag));
    ANNOTATION
        .matcher(advice)
        .results()
        .forEach(
            found ->
                assertThat(Annotations.read(Map.of(found.group(), "")).toString())
                    .doesNotContain("there is no annotation"));
  }

  private static Stream<String> all(TargetSpec spec) {
    var advice = new AnnotationAdvice(spec);
    return Stream.concat(
        Stream.of(Refusal.values()).map(advice::after),
        Stream.<CallFailure>of(
                new CallFailure.NotConnected(""),
                new CallFailure.Broken(""),
                new CallFailure.TimedOut(""),
                new CallFailure.Untrusted(""),
                new CallFailure.Unavailable(""),
                new CallFailure.NotThere(""))
            .map(advice::after));
  }

  private static TargetSpec spec(Optional<String> serverName) {
    return new TargetSpec(
        new ObjectName("monitoring", "prometheus"),
        new Instance("uid", "prometheus-0", "https://10.0.0.1:9090/-/reload"),
        TargetProfile.PROMETHEUS,
        serverName);
  }
}
