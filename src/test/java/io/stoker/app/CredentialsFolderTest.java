package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stoker.kubernetes.ObjectName;
import io.stoker.target.BasicAuth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFolderTest {
  @TempDir Path folder;

  @Test
  void eachServiceGetsItsOwnAndNoOther() throws IOException {
    var credentials = CredentialsFolder.of(folder.toString()).orElseThrow();
    Files.writeString(folder.resolve("prometheus.monitoring"), "stoker:hunter2\n");

    assertThat(credentials.apply(new ObjectName("monitoring", "prometheus")))
        .contains(BasicAuth.header("stoker:hunter2"));
    assertThat(credentials.apply(new ObjectName("staging", "prometheus"))).isEmpty();
  }

  @Test
  void anotherPasswordIsUsedAtOnce() throws IOException {
    var credentials = CredentialsFolder.of(folder.toString()).orElseThrow();
    var service = new ObjectName("monitoring", "prometheus");
    Files.writeString(folder.resolve("prometheus.monitoring"), "stoker:old");
    assertThat(credentials.apply(service)).contains(BasicAuth.header("stoker:old"));

    Files.writeString(folder.resolve("prometheus.monitoring"), "stoker:new");
    assertThat(credentials.apply(service)).contains(BasicAuth.header("stoker:new"));
  }

  @Test
  void whatIsNoFolderIsAFaultOfTheCommandLine() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> CredentialsFolder.of(folder.resolve("none").toString()))
        .withMessage("is no folder");
  }
}
