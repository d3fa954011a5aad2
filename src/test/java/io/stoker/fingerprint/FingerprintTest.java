package io.stoker.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.InMemorySource;
import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which configurations have the same name. */
class FingerprintTest {
  @Test
  void equalNamesAndBytesHaveEqualFingerprintsWhateverTheStamps() {
    var monday = content(Instant.parse("2026-11-23T10:00:00Z"), Map.of("a", "1", "b", "2"));
    var sunday = content(Instant.parse("2026-11-22T10:00:00Z"), Map.of("b", "2", "a", "1"));

    assertThat(monday).isEqualTo(sunday).hasSameHashCodeAs(sunday);
  }

  @Test
  void theEndOfANameCannotPassForTheBeginningOfTheNext() {
    assertThat(content(Map.of("ab", "", "c", ""))).isNotEqualTo(content(Map.of("a", "", "bc", "")));
  }

  @Test
  void contentsCannotBeExchangedSplitOrMoved() {
    var one = content(Map.of("a", "1", "b", "2"));

    assertThat(one)
        .isNotEqualTo(content(Map.of("a", "2", "b", "1")))
        .isNotEqualTo(content(Map.of("a", "12", "b", "")))
        .isNotEqualTo(content(Map.of("a", "1b2")))
        .isNotEqualTo(content(Map.of("a", "1", "c", "2")));
  }

  @Test
  void anEmptyFileIsNotAnAbsentOne() {
    assertThat(content(Map.of("a", ""))).isNotEqualTo(content(Map.of()));
  }

  @Test
  void contentIsReadToItsEndHoweverLong() {
    var pad = "x".repeat(100_000);

    assertThat(content(Map.of("a", pad + "1"))).isNotEqualTo(content(Map.of("a", pad + "2")));
  }

  @Test
  void aFingerprintIsSixtyFourHexadecimalDigits() {
    var fingerprint = content(Map.of("a", "1")).fingerprint();

    assertThat(fingerprint.hex()).matches("[0-9a-f]{64}");
    assertThat(fingerprint.abbreviated()).hasSize(12).isEqualTo(fingerprint.hex().substring(0, 12));
    assertThat(new Fingerprint("abc").abbreviated()).isEqualTo("abc");
  }

  @Test
  void changedFilesAreThoseAddedChangedAndRemoved() {
    var before = content(Map.of("a", "1", "b", "2", "d", "4", "z", "9"));
    var after = content(Map.of("b", "2", "c", "3", "d", "5", "e", "6"));

    assertThat(after.changedSince(before)).containsExactly("a", "c", "d", "e", "z");
    assertThat(before.changedSince(after)).containsExactly("a", "c", "d", "e", "z");
    assertThat(after.changedSince(after)).isEmpty();
    assertThat(content(Map.of()).changedSince(before)).hasSize(4);
    assertThat(after.fileCount()).isEqualTo(4);
  }

  private static Content content(Map<String, String> files) {
    return content(Instant.EPOCH, files);
  }

  private static Content content(Instant written, Map<String, String> files) {
    var source = new InMemorySource(ManualClock.at(written));
    files.forEach(source::put);
    var clock = ManualClock.at(written.plusSeconds(5));
    var reading = new Fingerprinter(source, clock, Duration.ofHours(1)).read();
    return ((Reading.Found) reading).content();
  }
}
