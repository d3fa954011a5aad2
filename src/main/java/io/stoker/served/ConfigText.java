package io.stoker.served;

import java.io.IOException;
import java.io.InputStream;

/** A main file, which can be opened as often as it takes. */
@FunctionalInterface
public interface ConfigText {

  /** Its bytes from the beginning, to be closed by the caller. */
  InputStream open() throws IOException;
}
