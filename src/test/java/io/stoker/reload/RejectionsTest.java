package io.stoker.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.check.CheckResult;
import io.stoker.report.Cause;
import io.stoker.report.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are those of Prometheus 2.53.3 and 3.5.3, in one line. */
class RejectionsTest {
  private static final String COULD_NOT_LOAD =
      "failed to reload config: couldn't load configuration (--config.file=\"/etc/p.yml\"): ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parsing YAML file /etc/p.yml: yaml: unmarshal errors: line 3: field foo not found in type config.ScrapeConfig|/etc/p.yml:3: field foo not found in type config.ScrapeConfig",
        "parsing YAML file /etc/p.yml: yaml: line 1: did not find expected node content|/etc/p.yml:1: did not find expected node content",
        "parsing YAML file /etc/p.yml: yaml: mapping values are not allowed in this context|/etc/p.yml: mapping values are not allowed in this context",
        "parsing YAML file /etc/p.yml: unknown unit \"parsec\" in duration \"1parsec\"|/etc/p.yml: unknown unit \"parsec\" in duration \"1parsec\"",
        "open /etc/p.yml: no such file or directory|/etc/p.yml: open /etc/p.yml: no such file or directory",
      })
  void aFaultOfTheMainFileBeginsWithItsPlace(String answer, String reason) {
    Outcome outcome = Rejections.explain(COULD_NOT_LOAD + answer, CheckResult.NOTHING, List.of());

    assertThat(outcome.cause()).isEqualTo(Cause.MAIN_FILE);
    assertThat(outcome.reason()).startsWith(reason + "; ").contains("mend the file");
  }
}
