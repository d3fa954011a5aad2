package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.Tool;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** With {@code --check=enforce} nothing faulty reaches Prometheus. */
@OnBothPrometheus
class EnforcedCheckIT {
  private static final String RULES = "rules/some.yml";

  @Parameter Tool version;

  private KubeletVolume volume;
  private Pod pod;

  @BeforeParameterizedClassInvocation
  void start(Tool version, @TempDir Path folder) {
    volume =
        KubeletVolume.create(
            folder.resolve("config"), Map.of(MAIN, Texts.main("start"), RULES, Texts.rules("a")));
    pod = Pod.start(version, folder, volume.path(MAIN), "--min-gap=0s", "--check=enforce");
  }

  @AfterParameterizedClassInvocation
  void stop() {
    pod.close();
  }

  @Test
  void whatPrometheusWouldRefuseIsNotPostedAndTheFixIsProven() {
    var good = volume.write(Map.of(MAIN, Texts.main("good"), RULES, Texts.rules("good")));
    pod.awaitRulesProven("good", good);
    int before = pod.reloads();

    volume.put(RULES, Texts.badRules("bad"));

    var target = pod.stoker().awaitState("invalid");
    assertThat(target.reason())
        .startsWith(volume.path(RULES) + ":5:15: group \"bad\", rule 1")
        .contains("unclosed left parenthesis");
    assertThat(target.restartUnsafe()).isTrue();
    assertThat(pod.reloads()).isEqualTo(before);
    assertThat(pod.stoker().log().lines())
        .anySatisfy(
            line ->
                assertThat(line).contains("msg=\"check error\"", "line=5", "sum(rate(http_req"));

    var rolledBack = volume.put(RULES, Texts.rules("good"));
    pod.awaitRulesProven("good", rolledBack);
    assertThat(pod.stoker().target().restartUnsafe()).isFalse();
  }

  @Test
  void whatIsDoubtfulInAnAcceptedConfigurationIsTold() {
    var main = Texts.main("doubtful") + "\n# none of these is there\n";
    var accepted = volume.put(MAIN, main.replace("rules/*.yml", "no-such-folder/*.yml"));
    pod.awaitProven("doubtful", accepted);

    Patience.await("the doubt is told")
        .untilAsserted(
            () ->
                assertThat(pod.stoker().log().lines())
                    .anySatisfy(
                        line ->
                            assertThat(line)
                                .contains("check warning", "no file matches", "no-such-folder")));
    assertThat(pod.stoker().target().inSync()).isTrue();
  }

  @Test
  void aFaultOfYamlInTheMainFileIsShownWithItsLine() {
    var good = volume.write(Map.of(MAIN, Texts.main("good"), RULES, Texts.rules("good")));
    pod.awaitRulesProven("good", good);

    volume.put(MAIN, Texts.main("bad").replace("global:", "global: x: y"));

    assertThat(pod.stoker().awaitState("invalid").reason()).startsWith(volume.path(MAIN) + ":1:");
  }
}
