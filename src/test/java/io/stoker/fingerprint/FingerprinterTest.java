package io.stoker.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.source.SourceProblem;
import io.stoker.testbed.InMemorySource;
import io.stoker.testbed.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprinterTest {
  private static final Duration FULL_READ_EVERY = Duration.ofHours(1);

  private final ManualClock clock = ManualClock.at(Instant.parse("2026-11-22T10:00:00Z"));
  private final InMemorySource source = new InMemorySource(clock);
  private final Fingerprinter fingerprinter = new Fingerprinter(source, clock, FULL_READ_EVERY);

  @Test
  void aFileThatDidNotChangeIsNotOpenedAgain() {
    source.put("a", "1").put("b", "2");
    clock.advance(Duration.ofSeconds(5));
    content();
    assertThat(source.takeOpened()).containsExactly("a", "b");

    content();
    assertThat(source.takeOpened()).isEmpty();

    source.put("b", "3");
    content();
    assertThat(source.takeOpened()).containsExactly("b");
  }

  @Test
  void filesBeforeAndAfterANewOneAreNotOpenedAgain() {
    source.put("b", "1").put("d", "2");
    clock.advance(Duration.ofSeconds(5));
    content();
    source.takeOpened();

    source.put("a", "3").put("c", "4").put("e", "5");
    source.remove("b");
    content();

    assertThat(source.takeOpened()).containsExactly("a", "c", "e");
  }

  @Test
  void aWriteWithinTheGrainOfTheKernelsClockIsFound() {
    source.put("a", "1");
    var before = content();

    source.putUnnoticed("a", "2");
    clock.advance(Duration.ofSeconds(5));

    assertThat(content()).isNotEqualTo(before);
    source.takeOpened();
    content();
    assertThat(source.takeOpened()).as("read after it settled").isEmpty();
  }

  @Test
  void nowAndThenEverythingIsReadAgainWhateverTheStampsSay() {
    source.put("a", "1");
    clock.advance(Duration.ofSeconds(5));
    var before = content();
    source.putUnnoticed("a", "2");
    assertThat(content()).isEqualTo(before);

    clock.advance(FULL_READ_EVERY);

    assertThat(content()).isNotEqualTo(before);
  }

  @Test
  void oneUnreadableFileDoesNotMakeTheOthersReadAgain() {
    source.put("a", "1").put("b", "2").put("c", "3");
    source.lock("b");
    clock.advance(Duration.ofSeconds(5));
    assertThat(content().unreadable())
        .containsExactly("b: permission denied; let the user that Stoker runs as read it");
    source.takeOpened();

    content();

    assertThat(source.takeOpened()).containsExactly("b");
  }

  @Test
  void anUnreadableFileIsReadAsSoonAsItCanBe() {
    source.put("a", "1").put("b", "2");
    clock.advance(Duration.ofSeconds(5));
    var readable = content();
    source.lock("b");
    clock.advance(FULL_READ_EVERY);
    assertThat(content()).isNotEqualTo(readable);

    source.unlock("b");

    assertThat(content()).isEqualTo(readable);
    assertThat(content().unreadable()).isEmpty();
  }

  @Test
  void aDanglingLinkDoesNotMakeTheFilesReadAgain() {
    source.put("a", "1");
    source.problem(new SourceProblem("link", "does not exist", false));
    clock.advance(Duration.ofSeconds(5));
    assertThat(content().unreadable()).containsExactly("link: does not exist");
    source.takeOpened();

    content();

    assertThat(source.takeOpened()).isEmpty();
  }

  @Test
  void withoutWhatTheTargetNeedsThereIsNoContent() {
    source.put("a", "1");
    source.problem(new SourceProblem("/etc/prometheus.yml", "does not exist", true));

    assertThat(fingerprinter.read())
        .isEqualTo(new Reading.Missing("/etc/prometheus.yml: does not exist"));
    assertThat(source.takeOpened()).isEmpty();

    source.mend();
    assertThat(fingerprinter.read()).isInstanceOf(Reading.Found.class);
  }

  @Test
  void severalThreadsGetTheSameAnswer() {
    IntStream.range(0, 200).forEach(i -> source.put("file" + i, "content " + i));
    var readings =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(fingerprinter::read))
            .toList();

    assertThat(readings.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  private Content content() {
    return ((Reading.Found) fingerprinter.read()).content();
  }
}
