package io.stoker.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RuleQueriesTest {
  private static final ConfigText FILE =
      Texts.file(
          """
          groups:
          - name: a
            rules: [{record: r, expr: 1}]
          - name: b
            rules:
            - record: s
              expr: >
                sum(up)
                by (job)
            - {alert: t, expr: up == 0}
          """);

  @Test
  void areThoseOfOneGroupInTheOrderOfTheFile() throws IOException {
    assertThat(RuleQueries.of(FILE, "b")).containsExactly("sum(up) by (job)\n", "up == 0");
    assertThat(RuleQueries.of(FILE, "a")).containsExactly("1");
  }

  @Test
  void areNoneWhereThereIsNoSuchGroup() throws IOException {
    assertThat(RuleQueries.of(FILE, "c")).isEmpty();
    assertThat(RuleQueries.of(Texts.file(""), "a")).isEmpty();
    assertThat(RuleQueries.of(Texts.file("groups: ["), "a")).isEmpty();
  }
}
