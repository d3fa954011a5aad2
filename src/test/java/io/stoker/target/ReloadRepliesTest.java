package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReloadRepliesTest {

  /** Answers of Prometheus 2.53.3 and 3.5.3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parse \"http://user:hunter2@x:abc/\": invalid port \":abc\"|parse \"http://<secret>@x:abc/\": invalid port \":abc\"",
        "\"http://user:hunter2@x:9/\" is not a valid hostname|\"http://<secret>@x:9/\" is not a valid hostname",
        "line 3: cannot unmarshal !!str `hunter2` into config.plain|line 3: cannot unmarshal !!str <secret> into config.plain",
        "mail to a@b|mail to a@b"
      })
  void whatPrometheusRepeatsOfASecretIsMasked(String answer, String shown) {
    assertThat(ReloadReplies.text(Response.serverError().entity(answer).build())).isEqualTo(shown);
  }
}
