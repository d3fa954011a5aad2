package io.stoker.testbed;

import io.stoker.source.FileStamp;
import io.stoker.source.Snapshot;
import io.stoker.source.Source;
import io.stoker.source.SourceProblem;
import io.stoker.source.WatchedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Files in memory, stamped as a kernel would, which counts how often they are opened. */
public final class InMemorySource implements Source {
  private final InstantSource clock;
  private final TreeMap<String, WatchedFile> files = new TreeMap<>();
  private final TreeMap<String, String> contents = new TreeMap<>();
  private final List<SourceProblem> problems = new ArrayList<>();
  private final Set<String> locked = new HashSet<>();
  private final List<String> opened = new ArrayList<>();

  public InMemorySource(InstantSource clock) {
    this.clock = clock;
  }

  /** Writes a file with a stamp of its own. */
  public InMemorySource put(String name, String content) {
    Instant now = clock.instant();
    long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
    files.put(name, new WatchedFile(name, new FileStamp(content.length(), nanos, 1)));
    contents.put(name, content);
    return this;
  }

  /** Other bytes under the same stamp, as after a second write within one tick of the kernel. */
  public void putUnnoticed(String name, String content) {
    contents.put(name, content);
  }

  public void remove(String name) {
    files.remove(name);
    contents.remove(name);
  }

  /** From now on the file cannot be opened, though it can be listed. */
  public void lock(String name) {
    locked.add(name);
  }

  public void unlock(String name) {
    locked.remove(name);
  }

  public void problem(SourceProblem problem) {
    problems.add(problem);
  }

  public void mend() {
    problems.clear();
  }

  /** The names opened since the last call. */
  public List<String> takeOpened() {
    var names = List.copyOf(opened);
    opened.clear();
    return names;
  }

  @Override
  public Snapshot snapshot() {
    return new Snapshot(List.copyOf(files.values()), List.of(), List.copyOf(problems));
  }

  @Override
  public InputStream open(WatchedFile file) throws IOException {
    opened.add(file.name());
    if (locked.contains(file.name())) {
      throw new AccessDeniedException(file.name());
    }
    String content = contents.get(file.name());
    if (content == null) {
      throw new NoSuchFileException(file.name());
    }
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }
}
