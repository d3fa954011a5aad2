package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.app.MappedFile.Range;
import org.junit.jupiter.api.Test;

class MappedFileTest {
  private static final String SMAPS =
      """
      00400000-00452000 r-xp 00000000 08:02 173521                             /stoker
      Size:                328 kB
      Anonymous:             0 kB
      VmFlags: rd ex mr mw me
      00651000-00652000 r--p 00051000 08:02 173521                             /stoker
      Size:                  4 kB
      Anonymous:             4 kB
      00652000-00655000 rw-p 00052000 08:02 173521                             /stoker
      Size:                 12 kB
      Anonymous:             0 kB
      00e03000-00e24000 rw-p 00000000 00:00 0
      Size:                132 kB
      Anonymous:             0 kB
      7ff000000000-7ff000001000 r--p 00000000 08:02 173522                     /lib/stoker
      Size:                  4 kB
      Anonymous:             0 kB
      ffffffffff600000-ffffffffff601000 r--p 00000000 08:02 173521             /stoker
      Size:                  4 kB
      Anonymous:             0 kB
      """;

  @Test
  void onlyWhatIsTheFilesAndWasNeverWrittenCanBeHadFromItAgain() {
    assertThat(MappedFile.unwritten(SMAPS.lines(), "/stoker"))
        .containsExactly(
            new Range(0x400000, 0x452000), new Range(0xffffffffff600000L, 0xffffffffff601000L));
  }
}
