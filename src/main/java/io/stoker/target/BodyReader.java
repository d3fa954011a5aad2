package io.stoker.target;

import java.io.IOException;
import java.io.InputStream;

/** Reads what is needed from the body of an answer, as it comes in. */
@FunctionalInterface
public interface BodyReader<T> {

  /**
   * What the body tells.
   *
   * @throws IOException when it breaks off or is none that was expected
   */
  T read(InputStream body) throws IOException;
}
