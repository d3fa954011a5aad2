package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.testbed.BesideLyingServer;
import io.stoker.testbed.ReloadableProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the profiles against the real programs. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
class ReloadableFamilyIT {
  private static final String GOOD = "route: {receiver: a}\nreceivers: [{name: a}]\n";
  private static final String OTHER = "route: {receiver: b}\nreceivers: [{name: b}]\n";

  @TempDir Path folder;

  @Test
  void alertmanagerTellsOfReloadsRefusalsRestartsAndItsFile() throws IOException {
    Path file = Files.writeString(folder.resolve("alertmanager.yml"), GOOD);
    try (var process = ReloadableProcess.alertmanager(folder, file)) {
      var target = target(process, TargetProfile.ALERTMANAGER);
      var before = Account.of(target);

      assertThat(target.reload()).isEqualTo(new ReloadReply.Accepted());
      var again = Account.of(target);
      assertThat(again.status().successTime()).isGreaterThan(before.status().successTime());
      assertThat(again.info().lastConfigTime()).isNotEqualTo(before.info().lastConfigTime());
      assertThat(again.info().startTime()).isEqualTo(before.info().startTime());
      assertThat(again.hash()).isEqualTo(before.hash());

      Files.writeString(file, OTHER);
      target.reload();
      assertThat(Account.of(target).hash()).isNotEqualTo(before.hash());

      Files.writeString(file, "route: {receiver: nobody}\n");
      assertThat(target.reload()).isInstanceOf(ReloadReply.Rejected.class);
      assertThat(Account.of(target).info().reloadConfigSuccess()).isFalse();

      Files.writeString(file, OTHER);
      process.restart();
      assertThat(Account.of(target).info().startTime()).isNotEqualTo(before.info().startTime());
    }
  }

  @Test
  void blackboxExporterTellsOfReloadsAndRefusals() throws IOException {
    Path file = Files.writeString(folder.resolve("b.yml"), "modules: {a: {prober: http}}\n");
    try (var process = ReloadableProcess.blackboxExporter(folder, file)) {
      var target = target(process, TargetProfile.BLACKBOX);
      var before = given(target.configStatus());

      assertThat(target.reload()).isEqualTo(new ReloadReply.Accepted());
      assertThat(given(target.configStatus()).successTime()).isGreaterThan(before.successTime());
      assertThat(target.servedConfigHash()).isInstanceOf(Answer.Missing.class);

      Files.writeString(file, "modules: 5\n");
      assertThat(target.reload()).isInstanceOf(ReloadReply.Rejected.class);
      assertThat(given(target.runtimeInfo()).reloadConfigSuccess()).isFalse();
    }
  }

  /** What a target tells of itself. */
  private record Account(ConfigStatus status, RuntimeInfo info, String hash) {
    static Account of(Target target) {
      return new Account(
          given(target.configStatus()),
          given(target.runtimeInfo()),
          given(target.servedConfigHash()));
    }
  }

  private static <T> T given(Answer<T> answer) {
    return ((Answer.Given<T>) answer).value();
  }

  private static Target target(ReloadableProcess process, TargetProfile profile) {
    var endpoints = new Endpoints(URI.create(process.reloadUrl()), Optional.empty());
    return new HttpTargets(Duration.ofSeconds(10)).target(endpoints, profile);
  }
}
