package io.stoker.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.How;
import io.stoker.served.Comparison.Unsure;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file has to do with what is served; the real versions are asked in ContentProofIT. */
class MainFileTest {
  private static final ConfigFolder FOLDER = ConfigFolder.of("/etc/prometheus/prometheus.yml");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "global: {scrape_interval: 60s} | global: {scrape_interval: 1m}",
        "global: {scrape_interval: 0s} | global: {scrape_interval: 1m}",
        "global: {sample_limit: 1_000} | global: {sample_limit: 1000}",
        "global: {sample_limit: 010} | global: {sample_limit: 8}",
        "global: {body_size_limit: 1536KB} | global: {body_size_limit: 1MiB512KiB}",
        "global: {external_labels: {a: x$HOME}} | global: {external_labels: {a: x/root}}",
        "global: {external_labels: {a: $$x}} | global: {external_labels: {a: $x}}",
        "rule_files: [r/*.yml, ../x.yml] | rule_files: [/etc/prometheus/r/*.yml, /etc/x.yml]",
        "scrape_configs: [{honor_labels: yes}] | scrape_configs: [{honor_labels: true}]",
        "scrape_configs: [{honor_labels: no}] | scrape_configs: [{job_name: a}]",
        "scrape_configs: [{bearer_token: t}] | scrape_configs: [{authorization: {type: Bearer, credentials: <secret>}}]",
        "remote_write: [{url: 'HTTP://u:p@h/a b'}] | remote_write: [{url: 'http://u:xxxxx@h/a%20b'}]",
        "scrape_configs: [{relabel_configs: [{action: Keep}]}] | scrape_configs: [{relabel_configs: [{action: keep}]}]",
        "scrape_configs: [{static_configs: [{targets: [a, ~]}]}] | scrape_configs: [{static_configs: [{targets: [a, '']}]}]",
        "scrape_configs: [{static_configs: [{labels: {a: yes}}]}] | scrape_configs: [{static_configs: [{labels: {a: 'yes'}}]}]",
        "scrape_configs: [] | global: {scrape_interval: 1m}",
        "alerting: {} | global: {scrape_interval: 1m}",
        "~ | global: {scrape_interval: 1m}",
      })
  void holdsWhatOnlyIsSpelledOtherwise(String file, String served) throws IOException {
    assertThat(compared(file, served)).isEqualTo(new Held());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scrape_configs: [{job_name: b}] | scrape_configs: [{job_name: a}] | scrape_configs[0].job_name | CHANGED",
        "scrape_configs: [{job_name: a}, {job_name: b}] | scrape_configs: [{job_name: a}] | scrape_configs[1] | MISSING",
        "scrape_configs: [{job_name: a}] | scrape_configs: [{job_name: a}, {job_name: b}] | scrape_configs[1] | SURPLUS",
        "scrape_configs: [{job_name: a}] | global: {} | scrape_configs[0] | MISSING",
        "global: {} | rule_files: [a] | rule_files[0] | SURPLUS",
        "scrape_configs: [{job_name: a}] | scrape_configs: [{job_name: a, static_configs: [{targets: [x]}]}] | scrape_configs[0].static_configs | SURPLUS",
        "scrape_configs: [{params: {a: [60s]}}] | scrape_configs: [{params: {a: [1m]}}] | scrape_configs[0].params.a[0] | CHANGED",
        "global: {external_labels: {a: '0'}} | global: {external_labels: {}} | global.external_labels.a | MISSING",
        "global: {external_labels: {a: x$HOME}} | global: {external_labels: {a: y}} | global.external_labels.a | CHANGED",
      })
  void isCertainOfWhatPrometheusPassesOn(String file, String served, String path, How how)
      throws IOException {
    assertThat(compared(file, served)).isEqualTo(new Different(path, how, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "global: {scrape_interval: 61s} | global: {scrape_interval: 1m} | global.scrape_interval | CHANGED",
        "global: {sample_limit: 5} | global: {scrape_interval: 1m} | global.sample_limit | MISSING",
        "global: {query_log_file: q} | global: {query_log_file: /etc/q} | global.query_log_file | CHANGED",
        "scrape_configs: [{honor_labels: no}] | scrape_configs: [{honor_labels: true}] | scrape_configs[0].honor_labels | CHANGED",
        "remote_write: [{url: 'http://a@h'}] | remote_write: [{url: 'http://b@h'}] | remote_write[0].url | CHANGED",
      })
  void tellsWhatMayBeAnotherSpelling(String file, String served, String path, How how)
      throws IOException {
    assertThat(compared(file, served)).isEqualTo(new Different(path, how, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "global: {scrape_interval: !foo 1m}",
        "global: {scrape_interval: [1m]}",
        "<<: {global: {}}",
        "global: {scrape_interval: 1m",
        "[a]"
      })
  void claimsNothingOfWhatItCannotRead(String file) throws IOException {
    assertThat(compared(file, "global: {scrape_interval: 5m}")).isInstanceOf(Unsure.class);
  }

  @Test
  void findsSectionsInAnyOrderAndFollowsAliases() throws IOException {
    String file =
        """
        scrape_configs:
        - &a {job_name: a, relabel_configs: &r [{action: keep, regex: x}]}
        - {<<: *a, job_name: b}
        rule_files: [/r]
        global: {scrape_interval: 1m}
        alerting: {alert_relabel_configs: *r}
        """;
    String served =
        """
        global: {scrape_interval: 1m}
        alerting: {alert_relabel_configs: [{action: keep, regex: x}]}
        rule_files: [/r]
        scrape_configs:
        - {job_name: a, relabel_configs: [{action: keep, regex: x}]}
        - {job_name: b, relabel_configs: [{action: keep, regex: %s}]}
        """;

    assertThat(compared(file, served.formatted("x"))).isEqualTo(new Held());
    assertThat(compared(file, served.formatted("y")))
        .isEqualTo(new Different("scrape_configs[1].relabel_configs[0].regex", How.CHANGED, true));
  }

  @Test
  void comparesTheEndsOfPathsWhereTheFolderIsNotKnown() throws IOException {
    var unknown = new ConfigFolder(Optional.empty());
    var file = Texts.main("rule_files: [../r/a.yml]");

    assertThat(file.comparedWith(Texts.answer("rule_files: [/x/r/a.yml]"), unknown))
        .isEqualTo(new Held());
    assertThat(file.comparedWith(Texts.answer("rule_files: [/x/r/b.yml]"), unknown))
        .isInstanceOf(Different.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{b: [x], a: {c: 1}} # comment",
        "b:\n- \"x\"\na:\n  c: 1",
        "b: ['x']\na: &m {c: 1}",
        "b: &l [x]\na: {<<: {c: 1}}"
      })
  void namesWhatTheFileMeans(String same) throws IOException {
    assertThat(Texts.main(same).canonical()).isEqualTo(Texts.main("a: {c: 1}\nb: [x]").canonical());
    assertThat(Texts.main(same).canonical())
        .isNotEqualTo(Texts.main("a: {c: 2}\nb: [x]").canonical());
  }

  private static Comparison compared(String file, String served) throws IOException {
    return Texts.main(file).comparedWith(Texts.answer(served), FOLDER);
  }
}
