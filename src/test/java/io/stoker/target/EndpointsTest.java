package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9090/-/reload, http://127.0.0.1:9090",
    "http://prometheus/-/reload, http://prometheus",
    "https://[::1]:9090/-/reload, https://[::1]:9090",
    "http://h/a/b/-/reload, http://h/a/b",
    "http://h/odd, http://h",
    "http://h, http://h"
  })
  void theOtherUrlsAreDerivedFromTheReloadUrl(String reload, String base) {
    var endpoints = endpoints(reload);

    assertThat(endpoints.reload()).isEqualTo(reload);
    assertThat(endpoints.ready("/-/ready")).isEqualTo(base + "/-/ready");
    assertThat(endpoints.metrics()).isEqualTo(base + "/metrics");
    assertThat(endpoints.runtimeInfo()).isEqualTo(base + "/api/v1/status/runtimeinfo");
    assertThat(endpoints.servedConfig()).isEqualTo(base + "/api/v1/status/config");
  }

  @Test
  void aQueryIsEscaped() {
    assertThat(endpoints("http://h/p/-/reload").formatQuery("a{b=~\"c+\"} % 2"))
        .isEqualTo("http://h/p/api/v1/format_query?query=a%7Bb%3D%7E%22c%2B%22%7D+%25+2");
  }

  @Test
  void credentialsAndKeysAreNoPartOfTheName() {
    var endpoints = endpoints("http://admin:hunter2@h:9090/p/-/reload?authKey=secret");

    assertThat(endpoints.name()).isEqualTo("http://h:9090/p/-/reload");
    assertThat(endpoints.reload()).isEqualTo("http://h:9090/p/-/reload?authKey=secret");
    assertThat(endpoints.ready("/-/ready")).isEqualTo("http://h:9090/p/-/ready");
    assertThat(endpoints.authorization()).contains(BasicAuth.header("admin:hunter2"));
    assertThat(endpoints.api(Optional.empty()).root()).isEqualTo(URI.create("http://h:9090/p"));
  }

  @Test
  void escapedCredentialsAreSentAsTheyAreMeant() {
    assertThat(endpoints("http://a%40b:p%3Ass%2Fw%C3%A9@h/-/reload").authorization())
        .contains("Basic YUBiOnA6c3Mvd8Op");
    assertThat(endpoints("http://h/-/reload").authorization()).isEmpty();
  }

  @Test
  void anotherPlaceForRuntimeInformationWins() {
    var endpoints =
        new Endpoints(
            URI.create("http://h/-/reload"), Optional.of(URI.create("http://a:b@i:1/x?y=z")));

    assertThat(endpoints.runtimeInfo()).isEqualTo("http://i:1/x?y=z");
  }

  private static Endpoints endpoints(String reload) {
    return new Endpoints(URI.create(reload), Optional.empty());
  }
}
