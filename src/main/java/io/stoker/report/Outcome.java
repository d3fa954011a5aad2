package io.stoker.report;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.stoker.check.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a cycle ended.
 *
 * @param reason cause, place and next step in one sentence; empty where all is well
 * @param findings what a check of the files has found, if there was one
 */
public record Outcome(Kind kind, Cause cause, String reason, List<Finding> findings) {

  private static final Map<Kind, Outcome> PLAIN =
      Arrays.stream(Kind.values())
          .collect(toUnmodifiableMap(kind -> kind, kind -> new Outcome(kind, "")));

  public Outcome {
    findings = List.copyOf(findings);
  }

  /** An ending without a check. */
  public Outcome(Kind kind, Cause cause, String reason) {
    this(kind, cause, reason, List.of());
  }

  /** An ending whose kind is all that can be told of the cause. */
  public Outcome(Kind kind, String reason) {
    this(kind, Cause.NONE, reason);
  }

  /** The closed set of endings. */
  public enum Kind {
    /** The content is what the target was last asked to load; nothing was sent. */
    UNCHANGED(StateWord.IN_SYNC),
    /** Same content before and after, and a successful reload of ours between. */
    PROVEN(StateWord.IN_SYNC),
    /** Applied, as the target says; it gives no proof, or some files could not be read here. */
    UNVERIFIABLE(StateWord.UNVERIFIABLE),
    /** The files changed during the cycle, so that nobody knows which content was loaded. */
    OVERTAKEN(StateWord.SETTLING),
    /** The target refused the content. */
    REJECTED(StateWord.REJECTED),
    /** Stoker's own check refused the content, so it was not sent. */
    INVALID(StateWord.INVALID),
    /** The target cannot be reloaded this way, whatever the content. */
    MISCONFIGURED(StateWord.MISCONFIGURED),
    /** The target is up but not ready. */
    STARTING(StateWord.STARTING),
    /** The target runs something else than was proven, which is not to be mended. */
    DRIFTED(StateWord.DRIFTED),
    /** The target could not be reached. */
    UNREACHABLE(StateWord.UNREACHABLE),
    /** The target has a reload of ours which it did not answer in time. */
    TIMED_OUT(StateWord.UNCONFIRMED),
    /** It reloaded, but the volume it reads does not show the new content yet. */
    PENDING(StateWord.PENDING_KUBELET),
    /** The target answered success, but nothing shows that it reloaded. */
    UNCONFIRMED(StateWord.UNCONFIRMED),
    /** Files are missing without which nothing must be reloaded. */
    SOURCE_MISSING(StateWord.SOURCE_MISSING),
    /** A bug of Stoker's. */
    FAULT(StateWord.UNCONFIRMED);

    private final StateWord state;

    Kind(StateWord state) {
      this.state = state;
    }

    /** The state this leaves the target in. */
    public StateWord state() {
      return state;
    }

    /** The word as people see it, such as {@code timed-out}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** An ending that needs no reason. */
  public static Outcome of(Kind kind) {
    return PLAIN.get(kind);
  }

  /** The same, with what a check has found. */
  public Outcome with(List<Finding> found) {
    return found.equals(findings) ? this : new Outcome(kind, cause, reason, found);
  }

  /** Whether the target now runs the content, as far as can be known. */
  public boolean applied() {
    return kind == Kind.PROVEN || kind == Kind.UNVERIFIABLE;
  }

  /** Whether the change is not done with: time alone may bring it about. */
  public boolean keepsTrying() {
    return switch (kind) {
      case UNCHANGED, PROVEN, UNVERIFIABLE, REJECTED, INVALID, DRIFTED -> false;
      case OVERTAKEN,
          MISCONFIGURED,
          STARTING,
          UNREACHABLE,
          TIMED_OUT,
          PENDING,
          UNCONFIRMED,
          SOURCE_MISSING,
          FAULT ->
          true;
    };
  }
}
