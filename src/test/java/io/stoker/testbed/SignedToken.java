package io.stoker.testbed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Tokens of service accounts that expire sooner than the ten minutes a TokenRequest gives. */
final class SignedToken {
  /** For so long kube-apiserver 1.34 accepts a token beyond its time, since clocks differ. */
  private static final Duration LEEWAY = Duration.ofMinutes(1);

  private SignedToken() {}

  /**
   * The same token with another end.
   *
   * @param accepted until when
   * @param folder with the API server's own key
   */
  static String like(String token, Instant accepted, Path folder) {
    String[] parts = token.split("\\.", 3);
    try {
      var claims = (ObjectNode) Http.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      claims.put("exp", accepted.minus(LEEWAY).getEpochSecond());
      String signed = parts[0] + "." + text(Http.JSON.writeValueAsBytes(claims));
      return signed + "." + text(signature(signed, key(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] signature(String text, PrivateKey key) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(text.getBytes(StandardCharsets.US_ASCII));
    return signature.sign();
  }

  /** The JDK does not read the form in which openssl writes keys by default. */
  private static PrivateKey key(Path folder) throws IOException, GeneralSecurityException {
    Path readable = folder.resolve("service-accounts.pkcs8");
    Path written = folder.resolve("service-accounts.key");
    Tool.run(
        new ProcessBuilder(
            "openssl",
            "pkcs8",
            "-topk8",
            "-nocrypt",
            "-outform",
            "DER",
            "-in",
            written.toString(),
            "-out",
            readable.toString()));
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(readable)));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
