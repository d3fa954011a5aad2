package io.stoker.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** One line when something begins to fail or fails otherwise, and one when it works again. */
public final class Complaints {
  private static final Logger LOG = Logger.getLogger("stoker");

  private final Map<String, String> open = new ConcurrentHashMap<>();

  /**
   * What was wanted failed.
   *
   * @param what was wanted, such as {@code nudge the kubelet}
   * @param meanwhile what is done without it
   */
  public void failed(String what, String cause, String meanwhile) {
    if (!cause.equals(open.put(what, cause))) {
      LOG.warnv("cannot {0}: {1}; {2}", what, cause, meanwhile);
    }
  }

  /** What fails at this time and why, a sentence each. */
  public List<String> open() {
    return open.entrySet().stream()
        .map(failing -> "cannot %s: %s".formatted(failing.getKey(), failing.getValue()))
        .sorted()
        .toList();
  }

  /** What was wanted works. */
  public void worked(String what) {
    if (open.remove(what) != null) {
      LOG.infov("can {0} again", what);
    }
  }
}
