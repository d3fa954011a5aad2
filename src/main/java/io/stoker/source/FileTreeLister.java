package io.stoker.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Collects the files below a folder as a container sees them; what cannot be read is noted and
 * passed over.
 */
final class FileTreeLister implements FileVisitor<Path> {
  static final Set<FileVisitOption> OPTIONS = Set.of(FileVisitOption.FOLLOW_LINKS);
  static final int MAX_DEPTH = 32;

  private final Path root;
  private final Listing listing;

  FileTreeLister(Path root, Listing listing) {
    this.root = root;
    this.listing = listing;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (belongsToKubelet(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    listing.folder(folder);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (belongsToKubelet(file)) {
      return FileVisitResult.CONTINUE;
    }
    try {
      if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
        listing.file(file.toString(), FileStamp.of(file));
      }
    } catch (IOException e) {
      note(file, e);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    note(file, failure);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
    if (failure != null) {
      note(folder, failure);
    }
    return FileVisitResult.CONTINUE;
  }

  private void note(Path path, IOException failure) {
    listing.problem(new SourceProblem(path.toString(), ReadFailures.cause(failure), false));
  }

  /**
   * The kubelet keeps its own things under names which start with two dots; no key of a ConfigMap
   * may. What the user names is content whatever it is called.
   */
  private boolean belongsToKubelet(Path path) {
    return !path.equals(root) && path.getFileName().toString().startsWith("..");
  }
}
