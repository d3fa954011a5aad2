package io.stoker.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jboss.logging.Logger;

/**
 * Keeps the reason why a target is not as it should be where Kubernetes looks when the container
 * has ended, however it ended: the file that a pod's {@code terminationMessagePath} names.
 */
public final class TerminationLog implements Reporter {
  /** What the kubelet shows: 4096 bytes (Kubernetes 1.34). */
  private static final int LONGEST = 4096;

  private static final Logger LOG = Logger.getLogger(TerminationLog.class);

  private final Path file;
  private String written = "";

  /**
   * A log in this file.
   *
   * @param file nothing is written where there is none, as outside of Kubernetes
   */
  public TerminationLog(Path file) {
    this.file = file;
  }

  @Override
  public void reported(ReloadReport report) {}

  @Override
  public void changed(TargetStatus status) {
    TargetStatus.Verdict verdict = status.verdict();
    switch (verdict.state()) {
      case IN_SYNC -> write("");
      case SETTLING, RELOADING, PENDING_KUBELET -> {}
      case REJECTED,
          INVALID,
          UNREACHABLE,
          DRIFTED,
          UNVERIFIABLE,
          UNCONFIRMED,
          SOURCE_MISSING,
          STARTING,
          MISCONFIGURED ->
          write(status.target() + " " + verdict.state().word() + ": " + verdict.reason());
    }
  }

  /** Takes the place of what was written before. */
  public void write(String message) {
    if (message.equals(written) || !Files.isWritable(file)) {
      return;
    }
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(
          file,
          Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST)),
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
      written = message;
    } catch (IOException e) {
      LOG.debugv("the termination message cannot be written: {0}", e.getMessage());
    }
  }
}
