package io.stoker.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stoker.testbed.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentAuthoritiesTest {
  @TempDir Path folder;
  private SelfSigned first;
  private SelfSigned second;
  private Path file;
  private long writes;

  @BeforeEach
  void prepare() throws IOException {
    first = SelfSigned.naming(Files.createDirectory(folder.resolve("1")), "DNS:a");
    second = SelfSigned.naming(Files.createDirectory(folder.resolve("2")), "DNS:b");
    file = folder.resolve("ca.pem");
    write(Files.readString(first.certificate()));
  }

  @Test
  void areThoseThatTheFileHasNow() throws IOException, GeneralSecurityException {
    var authorities = new CurrentAuthorities(new CaFile(file));
    assertThat(authorities.getAcceptedIssuers()).containsExactly(first.read());

    write(Files.readString(first.certificate()) + Files.readString(second.certificate()));
    assertThat(authorities.getAcceptedIssuers())
        .containsExactlyInAnyOrder(first.read(), second.read());

    write(Files.readString(second.certificate()));
    assertThat(authorities.getAcceptedIssuers()).containsExactly(second.read());
  }

  @Test
  void areThoseThatItHadWhileItCannotBeUsed() throws IOException, GeneralSecurityException {
    var authorities = new CurrentAuthorities(new CaFile(file));

    write("no certificate");
    assertThat(authorities.getAcceptedIssuers()).containsExactly(first.read());
    Files.delete(file);
    assertThat(authorities.getAcceptedIssuers()).containsExactly(first.read());
    write(Files.readString(second.certificate()));
    assertThat(authorities.getAcceptedIssuers()).containsExactly(second.read());
  }

  @Test
  void nobodyIsTrustedWhoseNameCannotBeChecked() throws IOException, GeneralSecurityException {
    var authorities = new CurrentAuthorities(new CaFile(file));
    X509Certificate[] chain = {first.read()};

    assertThatExceptionOfType(CertificateException.class)
        .isThrownBy(() -> authorities.checkServerTrusted(chain, "ECDHE_ECDSA"));
    assertThatExceptionOfType(CertificateException.class)
        .isThrownBy(() -> authorities.checkClientTrusted(chain, "ECDHE_ECDSA"));
  }

  @Test
  void aFileThatCannotBeUsedAtTheStartIsAFaultOfTheCommandLine() throws IOException {
    write("no certificate");

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> CaFile.lasting(file.toString()))
        .withMessage("holds something else than certificates in PEM");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> CaFile.lasting(folder.resolve("none").toString()))
        .withMessage("does not exist");
  }

  /** Each time at another second, however coarse the file system's clock is. */
  private void write(String text) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000 * ++writes));
  }
}
