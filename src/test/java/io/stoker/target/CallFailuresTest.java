package io.stoker.target;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class CallFailuresTest {
  @Test
  void theCauseIsFoundHoweverDeepItLies() {
    var refused = new ConnectException("Connection refused: /127.0.0.1:9090");

    assertThat(of(new ProcessingException(new RuntimeException(refused))))
        .isEqualTo(new CallFailure.NotConnected("Connection refused: /127.0.0.1:9090"));
  }

  @Test
  void eachKindHasItsWords() {
    assertThat(of(new UnknownHostException("promethues")))
        .isEqualTo(new CallFailure.NotConnected("the host name cannot be resolved"));
    assertThat(of(new TimeoutException("30000ms")))
        .isEqualTo(new CallFailure.TimedOut("no answer in time"));
    assertThat(of(new InterruptedIOException()))
        .isEqualTo(new CallFailure.TimedOut("no answer in time"));
    assertThat(of(new SSLHandshakeException("PKIX path building failed")))
        .isEqualTo(new CallFailure.Untrusted("TLS failed: PKIX path building failed"));
    assertThat(of(new UnexpectedAnswer("no series")))
        .isEqualTo(new CallFailure.NotThere("no series"));
  }

  @Test
  void whateverElseHappensTheRequestMayHaveArrived() {
    assertThat(of(new ProcessingException(new IOException("Connection reset"))))
        .isEqualTo(new CallFailure.Broken("Connection reset"));
    assertThat(of(new EOFException())).isEqualTo(new CallFailure.Broken("EOFException"));
    assertThat(of(new IOException("  "))).isEqualTo(new CallFailure.Broken("IOException"));
  }

  private static CallFailure of(Throwable thrown) {
    return CallFailures.of(thrown);
  }
}
