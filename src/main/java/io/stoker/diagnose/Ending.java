package io.stoker.diagnose;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Looks, as a file streams by, whether all of it is there. */
final class Ending extends FilterInputStream {
  private static final int CONTINUATION_MASK = 0xc0;
  private static final int CONTINUATION = 0x80;
  private static final int GZIP = 0x1f8b;
  private static final int UTF_16_LITTLE = 0xfffe;
  private static final int UTF_16_BIG = 0xfeff;

  private final long size;
  private final Consumer<Seen> seen;

  private long count;
  private int first;
  private int last;
  private boolean nul;
  private boolean ended;

  /**
   * What was seen of a file.
   *
   * @param empty whether there is nothing in it
   * @param torn whether it has what no text has: NUL bytes, or half a character at its end
   * @param newline whether it ends with one
   */
  record Seen(boolean empty, boolean torn, boolean newline) {}

  /**
   * @param size of the file, whose end need not be read
   * @param seen hears of it when it is closed, unless it was left before its end
   */
  Ending(InputStream content, long size, Consumer<Seen> seen) {
    super(content);
    this.size = size;
    this.seen = seen;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next < 0) {
      ended = true;
    } else {
      take(next);
    }
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    ended |= got < 0;
    for (int i = offset; i < offset + got; i++) {
      take(buffer[i] & 0xff);
    }
    return got;
  }

  @Override
  public void close() throws IOException {
    super.close();
    if (ended || count == size) {
      seen.accept(new Seen(count == 0, !isNoText() && (nul || endsWithinCharacter()), newline()));
    }
  }

  private void take(int next) {
    if (count < 2) {
      first = (first << 8) | next;
    }
    last = (last << 8) | next;
    nul |= next == 0;
    count++;
  }

  private boolean newline() {
    return (last & 0xff) == '\n';
  }

  /** Compressed, or with two bytes to a character: NUL bytes belong to it. */
  private boolean isNoText() {
    return first == GZIP || first == UTF_16_LITTLE || first == UTF_16_BIG;
  }

  /** UTF-8 tells in a character's first byte how many there are. */
  private boolean endsWithinCharacter() {
    for (int back = 1; back < 4; back++) {
      int lead = (last >>> (8 * (back - 1))) & 0xff;
      if ((lead & CONTINUATION_MASK) != CONTINUATION) {
        return back < bytes(lead);
      }
    }
    return false;
  }

  private static int bytes(int lead) {
    if (lead < 0xc0) {
      return 1;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }
}
