package io.stoker.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FileStampTest {
  private static final Instant WRITTEN = Instant.parse("2026-11-22T10:00:00.5Z");
  private static final FileStamp STAMP = new FileStamp(1, nanos(WRITTEN), 1);

  @Test
  void aStampIsTrustedOnlyWhenAWriteAfterTheReadingMustHaveChangedIt() {
    assertThat(STAMP.settledBefore(WRITTEN)).isFalse();
    assertThat(STAMP.settledBefore(WRITTEN.plusMillis(39))).isFalse();
    assertThat(STAMP.settledBefore(WRITTEN.plusMillis(41))).isTrue();
  }

  @Test
  void aStampOfWholeSecondsIsTrustedOnlyAfterTheSecond() {
    Instant second = Instant.parse("2026-11-22T10:00:00Z");
    var stamp = new FileStamp(1, nanos(second), 1);

    assertThat(stamp.settledBefore(second.plusMillis(999))).isFalse();
    assertThat(stamp.settledBefore(second.plusMillis(1001))).isTrue();
  }

  @Test
  void aStampFromTheFutureIsNeverTrusted() {
    assertThat(STAMP.settledBefore(WRITTEN.minusSeconds(3600))).isFalse();
  }

  @Test
  void failuresAreToldWithoutClassNamesWhereTheSystemHasWords() {
    assertThat(ReadFailures.cause(new FileSystemException("x", null, "Input/output error")))
        .isEqualTo("Input/output error");
    assertThat(ReadFailures.cause(new IOException("odd"))).isEqualTo("IOException: odd");
    assertThat(ReadFailures.cause(new IOException())).isEqualTo("IOException");
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
