package io.stoker.verify;

import io.stoker.target.Target;
import io.stoker.target.TargetProfile;
import io.stoker.verify.ContentVerdict.CannotTell;
import java.io.IOException;

/**
 * Proves that one target runs what some texts hold, where its files cannot be seen. Between two
 * proofs only digests are kept. To be used by one thread at a time.
 *
 * <p>What a target serves holds a text, too, that lacks what is served; so what was removed from a
 * main file is proven by the change of what is served since the verdict {@link
 * ContentVerdict.Holds} before, which the first one cannot see.
 */
public final class ContentVerifier {
  private final TextComparison comparison;

  /** A target of which nothing was proven yet. */
  public ContentVerifier(Target target, TargetProfile profile) {
    this.comparison =
        switch (profile) {
          case PROMETHEUS -> new PrometheusComparison(target);
          case ALERTMANAGER -> new AlertmanagerComparison(target);
          case BLACKBOX, GENERIC -> texts -> untold(profile);
        };
  }

  private static ContentVerdict untold(TargetProfile profile) {
    return new CannotTell(
        "targets of the profile " + profile.word() + " do not tell what they run");
  }

  /** Compares the texts with what the target says that it runs. */
  public ContentVerdict verify(Texts texts) {
    try {
      return comparison.verify(texts);
    } catch (IOException e) {
      return new CannotTell("the ConfigMap could not be read: " + e.getMessage());
    }
  }

  /** What differs between the kinds of targets. */
  @FunctionalInterface
  interface TextComparison {
    ContentVerdict verify(Texts texts) throws IOException;
  }
}
