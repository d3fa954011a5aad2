package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
  @ParameterizedTest
  @CsvSource({
    ":8080, 0.0.0.0, 8080",
    "0.0.0.0:8080, 0.0.0.0, 8080",
    "127.0.0.1:0, 127.0.0.1, 0",
    "localhost:65535, localhost, 65535",
    "[::1]:8080, ::1, 8080",
    "[::]:8080, ::, 8080"
  })
  void readsGosForm(String text, String host, int port) {
    assertThat(ListenAddress.parse(text)).isEqualTo(new ListenAddress(host, port));
  }

  @ParameterizedTest
  @CsvSource({
    ":8080, 10.0.0.7, http://10.0.0.7:8080",
    "[::]:8080, fd00::7, http://[fd00::7]:8080",
    "127.0.0.1:8080, 10.0.0.7, http://127.0.0.1:8080",
    "[::1]:8080, '', http://[::1]:8080",
    ":8080, '', ",
    "127.0.0.1:0, '', "
  })
  void othersReachItAtTheOwnAddressWhereItListensOnAll(String text, String ownIp, URI url) {
    assertThat(ListenAddress.parse(text).url(ownIp)).isEqualTo(Optional.ofNullable(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8080",
        "localhost",
        ":",
        ":x",
        ":-1",
        ":65536",
        ":999999999999",
        "::1:8080",
        "[::1:80",
        "[::1]",
        ": 80",
        ":٣"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ListenAddress.parse(text));
  }
}
