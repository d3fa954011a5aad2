package io.stoker.source;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Hints that files changed, by inotify. It only saves time: what it misses, the scheduled hash
 * finds.
 */
public final class DirectoryWatch implements AutoCloseable, Runnable {
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final WatchService service;
  private final Runnable hint;
  private final Consumer<String> lost;
  private final Map<Path, WatchKey> keys = new ConcurrentHashMap<>();
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong errors = new AtomicLong();

  /**
   * @param hint called by the watching thread after each burst of events
   * @param lost told of the first folder that cannot be watched, with the cause
   * @throws IOException when the kernel gives no inotify instance
   */
  public DirectoryWatch(Runnable hint, Consumer<String> lost) throws IOException {
    this.service = FileSystems.getDefault().newWatchService();
    this.hint = hint;
    this.lost = lost;
  }

  /**
   * Watches these folders and no others.
   *
   * @return whether there are new ones, of whose changes before now nobody will tell
   */
  public boolean follow(List<Path> folders) {
    keys.entrySet()
        .removeIf(entry -> !folders.contains(entry.getKey()) && cancelled(entry.getValue()));
    boolean added = false;
    for (Path folder : folders) {
      WatchKey known = keys.get(folder);
      added |= (known == null || !known.isValid()) && register(folder);
    }
    return added;
  }

  /** Waits for events until closed; a folder that goes is one without words. */
  @Override
  public void run() {
    try {
      while (true) {
        boolean changed = false;
        for (WatchKey key = service.take(); key != null; key = service.poll()) {
          List<WatchEvent<?>> seen = key.pollEvents();
          events.addAndGet(seen.size());
          changed |= seen.isEmpty() || seen.stream().anyMatch(DirectoryWatch::tellsOfContent);
          key.reset();
        }
        if (changed) {
          hint.run();
        }
      }
    } catch (ClosedWatchServiceException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Folders watched now. */
  public int watches() {
    return keys.size();
  }

  /** Events seen since the start. */
  public long events() {
    return events.get();
  }

  /** Folders that could not be watched, since the start. */
  public long errors() {
    return errors.get();
  }

  @Override
  public void close() throws IOException {
    service.close();
  }

  /**
   * The kubelet writes and removes its folders beside the link that alone makes them content: to
   * read while it does so would be in vain. What overflowed the queue may have been anything.
   */
  private static boolean tellsOfContent(WatchEvent<?> event) {
    return !(event.context() instanceof Path name)
        || MountedVolume.DATA_LINK.equals(name.toString())
        || !name.toString().startsWith("..");
  }

  private boolean register(Path folder) {
    try {
      keys.put(folder, folder.register(service, KINDS));
      return true;
    } catch (IOException e) {
      if (errors.getAndIncrement() == 0) {
        lost.accept(folder + ": " + ReadFailures.cause(e));
      }
      return false;
    } catch (ClosedWatchServiceException e) {
      return false;
    }
  }

  private static boolean cancelled(WatchKey key) {
    key.cancel();
    return true;
  }
}
