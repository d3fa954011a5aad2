package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.main;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.StokerTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** {@code stoker watch --rules}: of ConfigMaps that nobody may annotate. */
class WatchRulesIT extends WatchCase {
  private static final int USAGE = 2;

  @Test
  void aConfigMapWithoutAnnotationsIsReloadedByItsRule() throws IOException {
    service.delete();
    service.write(main("start"));
    StokerProcess watcher =
        awaitAll(
            service.watch(
                "--rules="
                    + rules(
                        """
                        - names: [prometheus-config]
                          reload: prometheus
                          stagger: 2
                        """)),
            StokerTarget::inSync);

    var since = Instant.now();
    service.write(main("changed"), "status=wanted"); // of its own, and the rule still holds
    service.mount(main("changed"));

    awaitAll(watcher, target -> target.provenAfter(since));
    service.awaitRuns("changed");
    assertThat(service.annotation("stoker.io/reload")).isEmpty();
  }

  @Test
  void aFaultInTheRulesIsToldWithItsLineAndHowToMendIt() throws IOException {
    Path file =
        rules(
            """
            - names: [prometheus-config]
              reload: prometheus
            - labels: {app: alertmanager}
              relaod: alertmanager
            """);

    assertEndsWith("--rules: \"" + file + "\" line 3: ", "did you mean reload?", file);
  }

  @Test
  void textsThatAreNoYamlAreToldWithTheirLine() throws IOException {
    Path file = rules("- names: [prometheus-config\n  reload: prometheus\n");

    assertEndsWith("--rules: \"" + file + "\" line ", "; ", file);
  }

  @Test
  void rulesThatAreNotThereAreTold() {
    Path file = folder.resolve("none.yaml");

    assertEndsWith("--rules: \"" + file + "\" cannot be read", "", file);
  }

  private void assertEndsWith(String fault, String nextStep, Path rules) {
    try (var stoker =
        StokerSetup.in(folder.resolve("faulty"))
            .ofCommand("watch")
            .with("--rules=" + rules)
            .start()) {
      assertThat(stoker.process().awaitExit(Patience.LONGEST)).isEqualTo(USAGE);
      assertThat(stoker.log())
          .contains(fault, nextStep, "Usage: stoker watch")
          .doesNotContain("\tat ");
    }
  }

  private Path rules(String yaml) throws IOException {
    return Files.writeString(folder.resolve("rules.yaml"), yaml);
  }
}
