package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.StokerTarget;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Prometheus refuses what was written. */
@OnBothPrometheus
class RefusalIT {
  private static final String RULES = "rules/some.yml";

  @Parameter Tool version;

  private KubeletVolume volume;
  private Pod pod;
  private int round;
  private String good;

  @BeforeParameterizedClassInvocation
  void start(Tool version, @TempDir Path folder) {
    volume = KubeletVolume.create(folder.resolve("config"), Map.of(MAIN, Texts.main("start")));
    pod = Pod.start(version, folder, volume.path(MAIN), "--min-gap=0s");
  }

  @AfterParameterizedClassInvocation
  void stop() {
    pod.close();
  }

  @BeforeEach
  void startFromGoodContent() {
    good = "good-" + ++round;
    var written = volume.write(Map.of(MAIN, Texts.main(good), RULES, Texts.rules(good)));
    pod.awaitRulesProven(good, written);
  }

  @Test
  void tellsTheReasonOfABadMainFileInStatusLogAndMetrics() {
    double before = pod.cycles("rejected");

    volume.put(MAIN, Texts.badMain("bad"));

    var target = pod.stoker().awaitState("rejected");
    assertThat(target.reason()).contains(volume.path(MAIN).toString()).contains("line 3");
    assertThat(pod.cycles("rejected")).isEqualTo(before + 1);
    assertThat(stateGauge("rejected")).isEqualTo(1);
    assertThat(pod.stoker().log().lines())
        .anySatisfy(line -> assertThat(line).contains("outcome=rejected").contains("line 3"));
    assertThat(pod.runs(good)).isTrue();
  }

  @Test
  void saysThatARestartIsUnsafeUntilSomethingElseIsProven() {
    assertThat(pod.stoker().target().restartUnsafe()).isFalse();
    volume.put(RULES, Texts.badRules("bad"));

    assertThat(pod.stoker().awaitState("rejected").restartUnsafe()).isTrue();
    assertThat(pod.stoker().metrics().sum("stoker_restart_unsafe")).isEqualTo(1);

    var fixed = volume.put(RULES, Texts.rules("fixed"));
    pod.awaitRulesProven("fixed", fixed);
    assertThat(pod.stoker().target().restartUnsafe()).isFalse();
    assertThat(pod.stoker().metrics().sum("stoker_restart_unsafe")).isZero();
  }

  @Test
  void tellsWhatKeepsARestartedPrometheusFromStarting() {
    volume.put(MAIN, Texts.badMain("bad"));
    pod.stoker().awaitState("rejected");
    pod.prometheus().kill();
    pod.prometheus().start();
    assertThat(pod.prometheus().process().awaitExit(Patience.LONGEST)).isNotZero();

    volume.put(MAIN, Texts.badMain("tried at once"));
    var away = pod.stoker().awaitState("unreachable");
    assertThat(away.reason()).contains("it refused", "cannot start", "mend the files");
    assertThat(away.restartUnsafe()).isTrue();

    volume.put(MAIN, Texts.main(good));
    pod.prometheus().start();
    pod.prometheus().awaitReady();
    pod.stoker().awaitState("in-sync");
  }

  @Test
  void namesTheRuleFileThatWasChangedWhenPrometheusRefusesOne() {
    volume.put(RULES, Texts.badRules("bad"));

    var target = pod.stoker().awaitState("rejected");

    assertThat(target.reason()).contains(volume.path(RULES).toString());
    assertThat(pod.evaluates(good)).isTrue();
  }

  @Test
  void retriesARefusalSlowly() {
    volume.put(MAIN, Texts.badMain("bad"));
    var target = pod.stoker().awaitState("rejected");

    assertThat(Duration.between(Instant.now(), target.nextAttemptAt()))
        .isGreaterThan(Duration.ofSeconds(5));
  }

  @Test
  void provesTheFixAtOnce() {
    volume.put(MAIN, Texts.badMain("bad"));
    var refused = pod.stoker().awaitState("rejected");

    var fixed = volume.put(MAIN, Texts.main("fixed"));

    pod.awaitProven("fixed", fixed);
    assertThat(pod.stoker().target().provenAt()).isBefore(refused.nextAttemptAt());
  }

  @Test
  void provesARollbackToTheEarlierContent() {
    var earlier = pod.stoker().target().confirmed();
    volume.put(RULES, Texts.badRules("bad"));
    StokerTarget refused = pod.stoker().awaitState("rejected");
    assertThat(refused.confirmed()).isEqualTo(earlier);
    assertThat(refused.attempted()).isNotEqualTo(earlier);
    int before = pod.reloads();

    var rolledBack = volume.put(RULES, Texts.rules(good));

    pod.awaitRulesProven(good, rolledBack);
    assertThat(pod.stoker().target().confirmed()).isEqualTo(earlier);
    assertThat(pod.reloads()).isEqualTo(before + 1);
    assertThat(pod.prometheus().client().lastReloadSuccessful()).isTrue();
  }

  private double stateGauge(String state) {
    return pod.stoker().metrics().sum("stoker_target_state", "state=\"" + state + "\"");
  }
}
