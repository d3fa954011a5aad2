package io.stoker.fingerprint;

import io.stoker.source.WatchedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of streams and of lists of files. Not for use by two threads at a time. */
final class Digests {
  /** Bytes of one file's digest. */
  static final int LENGTH = 32;

  /** Stands for content that could not be read. */
  static final byte[] UNKNOWN = new byte[LENGTH];

  static {
    Arrays.fill(UNKNOWN, (byte) 0xff);
  }

  private final MessageDigest sha256 = sha256();
  private final byte[] buffer = new byte[16 * 1024];
  private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);

  /**
   * The digest of all bytes of a stream, which is read in pieces and closed.
   *
   * @param size where its end need not be asked for; a file that grows behind it has another stamp
   */
  byte[] of(InputStream content, long size) throws IOException {
    try (content) {
      long total = 0;
      int count = content.read(buffer);
      while (count >= 0) {
        sha256.update(buffer, 0, count);
        total += count;
        count = total == size ? -1 : content.read(buffer);
      }
      return sha256.digest();
    } finally {
      sha256.reset();
    }
  }

  /** The digest of these bytes. */
  byte[] of(byte[] content) {
    return sha256.digest(content);
  }

  /**
   * @param files sorted by name
   * @param digests the digest of each file, one after the other
   * @param unreadable what stands where other contents would
   */
  Fingerprint of(List<WatchedFile> files, byte[] digests, List<String> unreadable) {
    for (int i = 0; i < files.size(); i++) {
      field(files.get(i).name());
      field(digests, i * LENGTH, LENGTH);
    }
    unreadable.forEach(this::field);
    return new Fingerprint(HexFormat.of().formatHex(sha256.digest()));
  }

  private void field(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    field(bytes, 0, bytes.length);
  }

  /** Without its length a field could not be told from the end of the one before. */
  private void field(byte[] bytes, int offset, int count) {
    sha256.update(length.putInt(0, count).array());
    sha256.update(bytes, offset, count);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
