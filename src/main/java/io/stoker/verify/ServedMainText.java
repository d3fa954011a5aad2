package io.stoker.verify;

import io.stoker.served.Comparison;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.Unsure;
import io.stoker.served.ConfigFolder;
import io.stoker.served.ConfigText;
import io.stoker.served.ContentProof;
import io.stoker.served.ContentProof.Transition;
import io.stoker.served.MainFile;
import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Whether a target serves a main file, and what there was when it last did. */
final class ServedMainText {
  private final Target target;
  private Optional<Seen> held = Optional.empty();

  ServedMainText(Target target) {
    this.target = target;
  }

  /** File and served configuration at a comparison, by digests. */
  private record Seen(Optional<Mark> canonical, Mark served) {
    Transition to(Seen now) {
      return new Transition(!canonical.equals(now.canonical), !served.equals(now.served));
    }
  }

  /** What came of reading the target's answer once. */
  private record Read(Comparison comparison, String digest) {}

  Comparison compare(ConfigText text, ConfigFolder folder) throws IOException {
    var file = MainFile.read(text);
    return switch (target.servedConfig(answer -> read(file, answer, folder))) {
      case Answer.Missing<Read>(CallFailure failure) ->
          new Unsure("the served configuration cannot be compared: " + failure.reason());
      case Answer.Given<Read>(Read read) ->
          judged(
              read.comparison(), new Seen(file.canonical().map(Mark::of), Mark.of(read.digest())));
    };
  }

  private static Read read(MainFile file, InputStream answer, ConfigFolder folder)
      throws IOException {
    var digested = new DigestInputStream(answer, sha256());
    Comparison comparison = file.comparedWith(digested, folder);
    digested.transferTo(OutputStream.nullOutputStream());
    return new Read(comparison, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
  }

  private Comparison judged(Comparison comparison, Seen now) {
    Comparison proof = ContentProof.judge(comparison, held.map(then -> then.to(now)));
    if (proof instanceof Held) {
      held = Optional.of(now);
    }
    return proof;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
