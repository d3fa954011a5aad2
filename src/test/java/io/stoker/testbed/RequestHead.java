package io.stoker.testbed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The first line of an HTTP/1.1 request. */
record RequestHead(String method, String path) {

  /** Reads the whole request, its body included. */
  static RequestHead read(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (!bytes.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the request ends within its head");
      }
      bytes.write(next);
    }
    var head = bytes.toString(ISO_8859_1);
    in.skipNBytes(bodyLength(head));
    var words = head.split(" ", 3);
    return new RequestHead(words[0], words[1]);
  }

  boolean isReload() {
    return path.endsWith("/-/reload") && !method.equals("GET");
  }

  private static long bodyLength(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
        .mapToLong(line -> Long.parseLong(line.substring(15).strip()))
        .findAny()
        .orElse(0);
  }
}
