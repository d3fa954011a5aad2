package io.stoker.lastgood;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes so that a power cut leaves the old or the new and nothing between, for the owner alone:
 * configurations hold passwords.
 */
public final class DurableFiles {
  private static final FileAttribute<Set<PosixFilePermission>> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final String NEW = ".new";

  private DurableFiles() {}

  /** What is written into a new file. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream file) throws IOException;
  }

  /** A folder, with those it lies in. */
  static Path folder(Path folder) throws IOException {
    return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, FOLDER);
  }

  /** A file that must not be there yet. */
  static void create(Path file, Writing writing) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, FILE);
        OutputStream stream = Channels.newOutputStream(channel)) {
      writing.to(stream);
      channel.force(true);
    }
  }

  /** Puts a text in the place of what a file held, in a folder that is there. */
  public static void replace(Path file, String text) throws IOException {
    Path next = beside(file);
    create(next, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    move(next, file);
  }

  /** Lets a link lead elsewhere. */
  static void link(Path link, Path where) throws IOException {
    Path next = beside(link);
    Files.createSymbolicLink(next, where);
    move(next, link);
  }

  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    sync(to.getParent());
  }

  /** Removes a file, a link or a folder with all in it; that there is none is no fault. */
  static void delete(Path root) throws IOException {
    if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(root, new Deletion());
    }
  }

  /** What a folder lists must last as well as what its files hold. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Path beside(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + NEW);
    Files.deleteIfExists(next);
    return next;
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      try {
        Files.delete(folder);
      } catch (DirectoryNotEmptyException e) {
        throw new IOException("somebody else writes into " + folder, e);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
