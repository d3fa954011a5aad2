package io.stoker.verify;

import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.Target;
import io.stoker.verify.ContentVerdict.CannotTell;
import io.stoker.verify.ContentVerdict.Differs;
import io.stoker.verify.ContentVerdict.Holds;
import io.stoker.verify.ContentVerifier.TextComparison;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Alertmanager tells a hash of its file in the metric {@code alertmanager_config_hash} (0.28). */
record AlertmanagerComparison(Target target) implements TextComparison {
  private static final List<String> USUAL = List.of("alertmanager.yml", "alertmanager.yaml");
  private static final int HASH_BYTES = 6;

  @Override
  public ContentVerdict verify(Texts texts) throws IOException {
    List<String> names = candidates(texts.names());
    if (names.isEmpty()) {
      return new CannotTell("no key is called alertmanager.yml, or ends so");
    }
    return switch (target.servedConfigHash()) {
      case Answer.Missing<String>(CallFailure failure) ->
          new CannotTell(
              "Alertmanager does not tell the hash of its configuration: " + failure.reason());
      case Answer.Given<String>(String hash) -> verdict(texts, names, hash);
    };
  }

  private static ContentVerdict verdict(Texts texts, List<String> names, String served)
      throws IOException {
    for (String name : names) {
      if (hash(texts, name).equals(served)) {
        return new Holds();
      }
    }
    return new Differs(
        names.size() == 1
            ? names.getFirst() + " is not what Alertmanager runs"
            : "none of " + String.join(", ", names) + " is what Alertmanager runs");
  }

  /** With the usual name, a backup beside it is no candidate. */
  private static List<String> candidates(List<String> names) {
    List<String> usual = USUAL.stream().filter(names::contains).toList();
    return usual.isEmpty()
        ? names.stream().filter(name -> name.endsWith(".yml") || name.endsWith(".yaml")).toList()
        : usual;
  }

  /** The first six bytes of the file's MD5 as a number, the lowest byte first. */
  private static String hash(Texts texts, String name) throws IOException {
    MessageDigest md5 = md5();
    try (InputStream text = texts.open(name)) {
      new DigestInputStream(text, md5).transferTo(OutputStream.nullOutputStream());
    }
    byte[] digest = md5.digest();
    long number = 0;
    for (int i = HASH_BYTES - 1; i >= 0; i--) {
      number = (number << Byte.SIZE) | Byte.toUnsignedLong(digest[i]);
    }
    return Long.toString(number);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
