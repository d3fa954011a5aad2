package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.app.MappedFile.Range;
import org.junit.jupiter.api.Test;

class MappedFileTest {
  private static final String MAPS =
      """
      00400000-00452000 r-xp 00000000 08:02 173521                             /stoker
      00652000-00655000 rw-p 00052000 08:02 173521                             /stoker
      00e03000-00e24000 rw-p 00000000 00:00 0
      7ff000000000-7ff000001000 r--p 00000000 08:02 173522                     /lib/stoker
      ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]
      """;

  @Test
  void aFileLiesWhereTheKernelNamesItWithItsWholePath() {
    assertThat(MappedFile.ranges(MAPS.lines(), "/stoker"))
        .containsExactly(new Range(0x400000, 0x452000), new Range(0x652000, 0x655000));
  }
}
