package io.stoker.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * All that one question to the file system answers about what a path leads to, through links.
 *
 * @param mode type and permissions as in the kernel's {@code st_mode}
 * @param device of the file system it is on
 */
record FileFacts(int mode, long device, FileStamp stamp) {
  /** Each attribute more costs time, and there may be thousands of files. */
  private static final String ATTRIBUTES = "unix:mode,dev,ino,size,ctime";

  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;

  /** Tells folders apart, whatever path leads to them. */
  record Identity(long device, long inode) {}

  /**
   * The facts also of a file that cannot be read: to allow or deny reading changes its stamp.
   *
   * @throws IOException when there is nothing
   */
  static FileFacts of(Path path) throws IOException {
    Map<String, Object> attributes = Files.readAttributes(path, ATTRIBUTES);
    return new FileFacts(
        (Integer) attributes.get("mode"),
        (Long) attributes.get("dev"),
        new FileStamp(
            (Long) attributes.get("size"),
            ((FileTime) attributes.get("ctime")).to(TimeUnit.NANOSECONDS),
            (Long) attributes.get("ino")));
  }

  boolean isFolder() {
    return (mode & TYPE) == FOLDER;
  }

  boolean isFile() {
    return (mode & TYPE) == FILE;
  }

  Identity identity() {
    return new Identity(device, stamp.inode());
  }
}
