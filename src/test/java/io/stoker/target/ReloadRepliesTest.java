package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReloadRepliesTest {

  /** Answers of Prometheus 2.53.3 and 3.5.3, and of Alertmanager 0.28.1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parse \"http://user:hunter2@x:abc/\": invalid port \":abc\"|parse \"http://<secret>@x:abc/\": invalid port \":abc\"",
        "parse \"https://hooks.x/services/hunter2%zz\": invalid URL escape \"%zz\"|parse \"https://hooks.x/<secret>\": invalid URL escape \"%zz\"",
        "parse \"://x/hunter2\": missing protocol scheme|parse \"<secret>\": missing protocol scheme",
        "parse \"http://me:hunter2 a@x/\": net/url: invalid userinfo|parse \"<secret>\": net/url: invalid userinfo",
        "\"http://user:hunter2@x:9/\" is not a valid hostname|\"http://<secret>@x:9/\" is not a valid hostname",
        "line 3: cannot unmarshal !!str `hunter2` into config.plain|line 3: cannot unmarshal !!str <secret> into config.plain",
        "mail to a@b|mail to a@b"
      })
  void whatIsRepeatedOfASecretIsMasked(String answer, String shown) {
    assertThat(ReloadReplies.text(Response.serverError().entity(answer).build())).isEqualTo(shown);
  }
}
