package io.stoker.fingerprint;

import io.stoker.source.ReadFailures;
import io.stoker.source.Snapshot;
import io.stoker.source.Source;
import io.stoker.source.SourceProblem;
import io.stoker.source.WatchedFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads a source and names its content: SHA-256 over the sorted names and the SHA-256 of each file,
 * each field preceded by its length. A file whose stamp did not change is not read again, but for a
 * rare full read.
 */
public final class Fingerprinter implements ConfigReader {
  private final Source source;
  private final InstantSource clock;
  private final Duration fullReadEvery;
  private final Digests digests = new Digests();
  private final ReentrantLock oneReader = new ReentrantLock();

  private Snapshot lastSnapshot = new Snapshot(List.of(), List.of(), List.of());
  private Content last =
      new Content(digests.of(List.of(), new byte[0], List.of()), List.of(), new byte[0], List.of());
  private Instant lastRead = Instant.MIN;
  private Instant fullRead = Instant.MIN;
  private boolean settled;

  /**
   * @param clock the clock that stamps the files
   * @param fullReadEvery how long unchanged stamps are taken as proof of unchanged content
   */
  public Fingerprinter(Source source, InstantSource clock, Duration fullReadEvery) {
    this.source = source;
    this.clock = clock;
    this.fullReadEvery = fullReadEvery;
  }

  @Override
  public Reading read() {
    oneReader.lock();
    try {
      Snapshot snapshot = source.snapshot();
      return snapshot
          .blocker()
          .<Reading>map(blocker -> new Reading.Missing(blocker.toString()))
          .orElseGet(() -> new Reading.Found(content(snapshot)));
    } finally {
      oneReader.unlock();
    }
  }

  private Content content(Snapshot snapshot) {
    Instant now = clock.instant();
    boolean trustStamps = now.isBefore(fullRead.plus(fullReadEvery));
    if (snapshot.equals(lastSnapshot) && trustStamps && settled) {
      return last;
    }
    last = digest(snapshot, trustStamps);
    settled =
        last.isComplete() && snapshot.files().stream().allMatch(f -> f.stamp().settledBefore(now));
    lastSnapshot = snapshot;
    lastRead = now;
    fullRead = trustStamps ? fullRead : now;
    return last;
  }

  private Content digest(Snapshot snapshot, boolean trustStamps) {
    List<WatchedFile> files = snapshot.files();
    var unreadable =
        new ArrayList<>(snapshot.problems().stream().map(SourceProblem::toString).toList());
    byte[] all = new byte[files.size() * Digests.LENGTH];
    int old = 0;
    for (int i = 0; i < files.size(); i++) {
      WatchedFile file = files.get(i);
      old = last.indexFrom(old, file.name());
      if (trustStamps && last.isSame(old, file) && file.stamp().settledBefore(lastRead)) {
        System.arraycopy(
            last.digests(), old * Digests.LENGTH, all, i * Digests.LENGTH, Digests.LENGTH);
      } else {
        System.arraycopy(digestOf(file, unreadable), 0, all, i * Digests.LENGTH, Digests.LENGTH);
      }
    }
    return new Content(digests.of(files, all, unreadable), files, all, List.copyOf(unreadable));
  }

  private byte[] digestOf(WatchedFile file, List<String> unreadable) {
    try {
      return digests.of(source.open(file), file.stamp().size());
    } catch (IOException e) {
      unreadable.add(file.name() + ": " + ReadFailures.cause(e));
      return Digests.UNKNOWN;
    }
  }
}
