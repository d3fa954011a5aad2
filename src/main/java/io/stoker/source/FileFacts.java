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
 * @param identity tells folders apart, whatever path leads to them
 */
record FileFacts(boolean isFolder, boolean isFile, Identity identity, FileStamp stamp) {
  private static final String ATTRIBUTES = "unix:isDirectory,isRegularFile,dev,ino,size,ctime";

  record Identity(long device, long inode) {}

  /**
   * The facts also of a file that cannot be read: to allow or deny reading changes its stamp.
   *
   * @throws IOException when there is nothing
   */
  static FileFacts of(Path path) throws IOException {
    Map<String, Object> attributes = Files.readAttributes(path, ATTRIBUTES);
    var identity = new Identity((Long) attributes.get("dev"), (Long) attributes.get("ino"));
    return new FileFacts(
        (Boolean) attributes.get("isDirectory"),
        (Boolean) attributes.get("isRegularFile"),
        identity,
        new FileStamp(
            (Long) attributes.get("size"),
            ((FileTime) attributes.get("ctime")).to(TimeUnit.NANOSECONDS),
            identity.inode()));
  }
}
