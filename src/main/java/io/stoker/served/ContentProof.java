package io.stoker.served;

import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.Unsure;
import java.util.Optional;

/**
 * What a comparison proves after a proven reload. A difference that another spelling or a default
 * may explain counts only if what is served did not change, though the file did.
 */
public final class ContentProof {
  private ContentProof() {}

  /**
   * What became of file and target since the proof before.
   *
   * @param file whether the file means something else now, see {@link MainFile#canonical}
   * @param served whether something else is served
   */
  public record Transition(boolean file, boolean served) {
    /** Whether the change of the file is not to be seen in what is served. */
    boolean isLost() {
      return file && !served;
    }
  }

  /**
   * Judges a comparison.
   *
   * @param since absent when nothing is known of the time before
   */
  public static Comparison judge(Comparison now, Optional<Transition> since) {
    boolean lost = since.filter(Transition::isLost).isPresent();
    return switch (now) {
      case Different different when different.certain() || lost -> different;
      case Different different -> new Unsure(different.words() + ", or is spelled otherwise");
      case Held held when lost ->
          new Unsure("the file has changed, but nothing that is served: only secrets or defaults?");
      case Held held -> held;
      case Unsure unsure -> unsure;
    };
  }
}
