package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.Fingerprinter;
import io.stoker.fingerprint.Reading;
import io.stoker.reload.Baseline;
import io.stoker.target.RuntimeInfo;
import io.stoker.testbed.InMemorySource;
import io.stoker.testbed.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofFileTest {
  private static final Content CONTENT = content("a: 1");
  private static final Baseline SAID = said("09:00:00.123Z", "10:00:00Z", Optional.of("hash"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void keep() {
    file = folder.resolve("proof");
    memory("http://target").keep(CONTENT, SAID);
  }

  @Test
  void aProofHoldsForTheNextProcessWhileNothingHasChanged() {
    var next = memory("http://target");

    assertThat(next.isOf(CONTENT)).isTrue();
    assertThat(next.holds(CONTENT, SAID)).isTrue();
  }

  @Test
  void onlyTheOwnerReadsIt() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void anythingElseIsNoProof() {
    var next = memory("http://target");

    assertThat(next.isOf(content("b: 2"))).isFalse();
    assertThat(next.holds(content("b: 2"), SAID)).isFalse();
    assertThat(next.holds(CONTENT, said("11:00:00Z", "10:00:00Z", Optional.of("hash")))).isFalse();
    assertThat(next.holds(CONTENT, said("09:00:00.123Z", "11:00:00Z", Optional.of("hash"))))
        .isFalse();
    assertThat(next.holds(CONTENT, said("09:00:00.123Z", "10:00:00Z", Optional.of("other"))))
        .isFalse();
    assertThat(memory("http://another").holds(CONTENT, SAID)).isFalse();
  }

  @Test
  void aTargetThatServesNoConfigurationIsProvenAnew() {
    var silent = said("09:00:00.123Z", "10:00:00Z", Optional.empty());
    memory("http://target").keep(CONTENT, silent);

    assertThat(memory("http://target").holds(CONTENT, silent)).isFalse();
  }

  @Test
  void aTornFileIsNoProof() throws IOException {
    Files.writeString(file, "fingerprint=\\u00zz");

    assertThat(memory("http://target").isOf(CONTENT)).isFalse();
  }

  @Test
  void aFolderThatCannotBeWrittenKeepsNobodyFromReloading() throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
    Files.createFile(file.resolve("in the way"));

    memory("http://target").keep(CONTENT, SAID);

    assertThat(memory("http://target").isOf(CONTENT)).isFalse();
  }

  private ProofFile memory(String target) {
    return new ProofFile(file, target, Runnable::run);
  }

  private static Baseline said(String started, String reloaded, Optional<String> served) {
    var info = new RuntimeInfo(started, reloaded, true);
    return new Baseline(info, Instant.EPOCH, served, Instant.EPOCH);
  }

  private static Content content(String text) {
    var clock = ManualClock.at(Instant.EPOCH);
    var source = new InMemorySource(clock).put("prometheus.yml", text);
    return ((Reading.Found) new Fingerprinter(source, clock, Duration.ZERO).read()).content();
  }
}
