package io.stoker.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Collects the files below a folder as a container sees them, through links; what cannot be read is
 * noted and passed over. Asks the file system once for each file, since there may be thousands and
 * all are looked at again and again.
 */
final class FileTreeLister {
  static final int MAX_DEPTH = 32;

  private static final String HIDDEN = "..";

  private final Listing listing;
  private final Deque<FileFacts.Identity> above = new ArrayDeque<>();

  FileTreeLister(Listing listing) {
    this.listing = listing;
  }

  /** Lists what a path leads to, be it a folder or a file. */
  void list(Path path) {
    try {
      FileFacts facts = FileFacts.of(path);
      if (facts.isFolder()) {
        enter(path, facts.identity());
      } else if (facts.isFile()) {
        listing.file(path.toString(), facts.stamp());
      }
    } catch (IOException e) {
      listing.problem(new SourceProblem(path.toString(), ReadFailures.cause(e), false));
    }
  }

  private void enter(Path folder, FileFacts.Identity identity) throws IOException {
    if (above.contains(identity)) {
      throw new FileSystemLoopException(folder.toString());
    }
    if (above.size() == MAX_DEPTH) {
      return;
    }
    above.push(identity);
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, FileTreeLister::isShown)) {
      listing.folder(folder);
      entries.forEach(this::list);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    } finally {
      above.pop();
    }
  }

  /**
   * The kubelet keeps its own things under names which start with two dots; no key of a ConfigMap
   * may. What the user names is content whatever it is called.
   */
  static boolean isShown(String name) {
    return !name.startsWith(HIDDEN);
  }

  /** Without a path of its own for the name: the whole path's text is kept and needed anyway. */
  private static boolean isShown(Path entry) {
    String path = entry.toString();
    return !path.startsWith(HIDDEN, path.lastIndexOf('/') + 1);
  }
}
