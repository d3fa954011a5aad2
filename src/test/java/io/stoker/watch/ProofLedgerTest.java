package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.fingerprint.Content;
import io.stoker.fingerprint.ExpectedFiles;
import io.stoker.reload.Baseline;
import io.stoker.target.RuntimeInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProofLedgerTest {
  private static final Content ONE = content("one");
  private static final Baseline SAID = said("monday", "abc");

  private final ProofLedger ledger = new ProofLedger();

  @Test
  void aProofOutlivesTheLedgerAsText() {
    ledger.of("uid").keep(ONE, SAID);

    var next = new ProofLedger();
    next.load(ledger.text());

    assertThat(next.of("uid").isOf(ONE)).isTrue();
    assertThat(next.of("uid").holds(ONE, SAID)).isTrue();
  }

  @Test
  void anotherContentOrAnotherAnswerIsNoProof() {
    ledger.of("uid").keep(ONE, SAID);

    assertThat(ledger.of("uid").holds(content("two"), SAID)).isFalse();
    assertThat(ledger.of("uid").holds(ONE, said("tuesday", "abc"))).isFalse();
    assertThat(ledger.of("uid").holds(ONE, said("monday", "def"))).isFalse();
    assertThat(ledger.of("another").isOf(ONE)).isFalse();
  }

  @Test
  void aThousandProofsAndMoreFitIntoAnAnnotation() {
    for (int i = 0; i < 10_000; i++) {
      ledger.of("0b5b9a2e-2f0c-4d1e-9d57-%012d".formatted(i)).keep(ONE, SAID);
    }

    assertThat(ledger.text().length()).isLessThan(256 * 1024);
    assertThat(ledger.text().lines().count()).isGreaterThan(3_000);
    assertThat(ledger.text().lines()).allSatisfy(line -> assertThat(line).hasSize(36 + 1 + 16));
  }

  @Test
  void whoIsNoMoreIsForgotten() {
    ledger.of("uid").keep(ONE, SAID);
    ledger.of("gone").keep(ONE, SAID);

    ledger.retain(Set.of("uid"));

    assertThat(ledger.of("uid").holds(ONE, SAID)).isTrue();
    assertThat(ledger.of("gone").isOf(ONE)).isFalse();
  }

  @Test
  void aTextThatIsNoLedgerIsNothing() {
    ledger.load("nonsense\n\nmore");

    assertThat(ledger.text()).isEmpty();
  }

  private static Content content(String text) {
    String digest = ExpectedFiles.digest(text.getBytes(StandardCharsets.UTF_8));
    return ExpectedFiles.content(new TreeMap<>(Map.of("prometheus.yml", digest)));
  }

  private static Baseline said(String lastReload, String served) {
    return new Baseline(
        new RuntimeInfo("started", lastReload, true),
        Instant.EPOCH,
        Optional.of(served),
        Instant.EPOCH);
  }
}
