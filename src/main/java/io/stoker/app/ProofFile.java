package io.stoker.app;

import io.stoker.fingerprint.Content;
import io.stoker.lastgood.DurableFiles;
import io.stoker.reload.Baseline;
import io.stoker.reload.ProofMemory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** The last proof in a small file: fingerprints and times, nothing of a configuration. */
final class ProofFile implements ProofMemory {
  private static final Logger LOG = Logger.getLogger(ProofFile.class);
  private static final String FINGERPRINT = "fingerprint";

  private final Path file;
  private final String target;
  private final Executor disk;

  /**
   * @param target whose proof it is
   * @param disk runs what may have to wait for a disk
   */
  ProofFile(Path file, String target, Executor disk) {
    this.file = file;
    this.target = target;
    this.disk = disk;
  }

  @Override
  public boolean isOf(Content content) {
    return content.fingerprint().hex().equals(read().getProperty(FINGERPRINT));
  }

  @Override
  public boolean holds(Content content, Baseline now) {
    return now.servedHash().isPresent() && texts(content, now).equals(read());
  }

  @Override
  public void keep(Content content, Baseline baseline) {
    var texts = new StringBuilder();
    texts(content, baseline)
        .forEach((key, value) -> texts.append(key).append('=').append(value).append('\n'));
    disk.execute(() -> write(texts.toString()));
  }

  private void write(String texts) {
    try {
      DurableFiles.replace(file, texts);
    } catch (IOException e) {
      LOG.debugv("the proof is not kept, so the next start proves anew: {0}", e.getMessage());
    }
  }

  private Properties read() {
    var texts = new Properties();
    try {
      texts.load(new StringReader(Files.readString(file)));
    } catch (IOException | IllegalArgumentException e) {
      LOG.debugv("there is no proof of an earlier process: {0}", e.getMessage());
    }
    return texts;
  }

  private Map<Object, Object> texts(Content content, Baseline baseline) {
    return Map.of(
        "target",
        target,
        FINGERPRINT,
        content.fingerprint().hex(),
        "started",
        baseline.runtimeInfo().startTime(),
        "reloaded",
        baseline.runtimeInfo().lastConfigTime(),
        "successful",
        String.valueOf(baseline.runtimeInfo().reloadConfigSuccess()),
        "served",
        baseline.servedHash().orElse(""));
  }
}
