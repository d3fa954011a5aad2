package io.stoker.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "password: s3cret                          | password: …",
        "- \"bearer_token\": \"s3cret             | - \"bearer_token\": …",
        "password:s3cret                           | password: …",
        "basic_auth: {username: u, password: s3cret} | basic_auth: {username: u, password: …",
        "access_key: s3cret                        | access_key: …",
        "credentials: s3cret # note                | credentials: …",
        "Authorization: Bearer s3cret              | Authorization: …",
        "url: http://user:s3cret@host/path         | url: http://…@host/path"
      })
  void hidesSecrets(String line, String shown) {
    assertThat(new SecretMask().masked(line)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password_file: /etc/secret",
        "tls_config: {key_file: /etc/key.pem}",
        "expr: rate(token_refresh_total[5m])",
        "record: job:token:rate5m",
        "keep_firing_for: 5m",
        "url: http://host/path"
      })
  void leavesTheRest(String line) {
    assertThat(new SecretMask().masked(line)).isEqualTo(line);
  }

  @Test
  void hidesWhatGoesOnInTheLinesBelow() {
    var mask = new SecretMask();
    var lines = List.of("a:", "  secret: |", "    one", "", "    two", "  next: x");

    assertThat(lines.stream().map(mask::masked))
        .containsExactly("a:", "  secret: …", "    …", "…", "    …", "  next: x");
  }
}
