package io.stoker.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stoker.target.Endpoints;
import io.stoker.target.HttpTargets;
import io.stoker.target.TargetProfile;
import io.stoker.testbed.BesideLyingServer;
import io.stoker.testbed.ReloadableProcess;
import io.stoker.verify.ContentVerdict.CannotTell;
import io.stoker.verify.ContentVerdict.Differs;
import io.stoker.verify.ContentVerdict.Holds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hash that a real Alertmanager tells. */
@QuarkusTest
@TestProfile(BesideLyingServer.class)
class AlertmanagerContentIT {
  private static final String BEFORE = "route: {receiver: a}\nreceivers: [{name: a}]\n";
  private static final String AFTER = "# even a comment counts\n" + BEFORE;

  @TempDir Path folder;

  @Test
  void aFileIsProvenByItsBytesOnceItIsReloaded() throws IOException {
    Path file = Files.writeString(folder.resolve("alertmanager.yml"), BEFORE);
    try (var process = ReloadableProcess.alertmanager(folder, file)) {
      var target =
          new HttpTargets(Duration.ofSeconds(20))
              .target(
                  new Endpoints(URI.create(process.reloadUrl()), Optional.empty()),
                  TargetProfile.ALERTMANAGER);
      var verifier = new ContentVerifier(target, TargetProfile.ALERTMANAGER);
      var after = new TextMap(Map.of("alertmanager.yml", AFTER, "old.yml", BEFORE));

      assertThat(verifier.verify(new TextMap(Map.of("a.yaml", BEFORE, "b.yml", AFTER))))
          .isEqualTo(new Holds());
      assertThat(verifier.verify(after))
          .isEqualTo(new Differs("alertmanager.yml is not what Alertmanager runs"));
      Files.writeString(file, AFTER);
      target.reload();
      assertThat(verifier.verify(after)).isEqualTo(new Holds());
      assertThat(verifier.verify(new TextMap(Map.of("a.tmpl", AFTER))))
          .isInstanceOf(CannotTell.class);

      Files.writeString(file, "route: {receiver: nobody}\n");
      target.reload();
      assertThat(verifier.verify(new TextMap(Map.of("x.yml", "route: {receiver: nobody}\n"))))
          .isInstanceOf(Differs.class);
      process.stop();
      assertThat(verifier.verify(after)).isInstanceOf(CannotTell.class);
    }
  }
}
