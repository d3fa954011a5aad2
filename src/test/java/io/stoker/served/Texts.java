package io.stoker.served;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Files and answers that are written down in tests. */
final class Texts {
  private Texts() {}

  static ConfigText file(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return () -> new ByteArrayInputStream(bytes);
  }

  static MainFile main(String text) throws IOException {
    return MainFile.read(file(text));
  }

  /** Prometheus' answer with this configuration, with angles escaped as Go does. */
  static InputStream answer(String served) {
    String text = new String(JsonStringEncoder.getInstance().quoteAsString(served));
    String escaped = text.replace("<", "\\u003c").replace(">", "\\u003e");
    String json = "{\"status\":\"success\",\"data\":{\"yaml\":\"" + escaped + "\"}}";
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }
}
