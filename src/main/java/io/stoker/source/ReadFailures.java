package io.stoker.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Puts the file system's refusals into words. */
public final class ReadFailures {
  private ReadFailures() {}

  /** One sentence of cause, without the path and without a stack trace. */
  public static String cause(IOException failure) {
    return switch (failure) {
      case NoSuchFileException gone -> "does not exist";
      case AccessDeniedException denied ->
          "permission denied; let the user that Stoker runs as read it";
      case FileSystemLoopException loop -> "is a symbolic link that leads back to itself";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default ->
          failure.getClass().getSimpleName()
              + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
    };
  }
}
