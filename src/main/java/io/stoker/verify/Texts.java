package io.stoker.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What a target should run: the keys of the ConfigMaps that feed it, as they are now. */
public interface Texts {

  /** The names of all keys, which mostly are those of the files in the target's volumes. */
  List<String> names();

  /**
   * One text from its beginning, to be closed by the caller; may be asked for again and again.
   *
   * @throws IOException when it cannot be read any more
   */
  InputStream open(String name) throws IOException;
}
