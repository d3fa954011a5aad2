package io.stoker.served;

import io.stoker.yaml.DocumentCursor;
import io.stoker.yaml.GoYamlText;
import io.stoker.yaml.YamlNode.Scalar;
import io.stoker.yaml.YamlRefusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the sections of a file in any order. As long as they are asked for in the order of the file
 * it is read once; else again from its beginning.
 */
final class FileSections implements Closeable {
  /** Some 3 MB; beyond are lists of ten thousand targets in one job. */
  static final int MOST_NODES = 20_000;

  private final ConfigText file;
  private final Set<String> keys;
  private InputStream bytes = InputStream.nullInputStream();
  private Optional<DocumentCursor> cursor = Optional.empty();
  private Optional<Section> open = Optional.empty();

  /**
   * @param keys those of the root
   */
  FileSections(ConfigText file, Set<String> keys) {
    this.file = file;
    this.keys = keys;
  }

  /** The section with this key, unless the file has none. */
  Optional<Section> find(String key) throws YamlRefusal, IOException {
    if (!keys.contains(key)) {
      return Optional.empty();
    }
    Optional<Section> found = onward(key);
    if (found.isPresent()) {
      return found;
    }
    restart();
    return onward(key);
  }

  private Optional<Section> onward(String key) throws YamlRefusal, IOException {
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    if (open.isPresent()) {
      open.get().rest();
    }
    while (cursor.get().more()) {
      boolean wanted = cursor.get().read() instanceof Scalar name && name.text().equals(key);
      open = Optional.of(new Section(cursor.get()));
      if (wanted) {
        return open;
      }
      open.get().rest();
    }
    cursor = Optional.empty();
    return Optional.empty();
  }

  private void restart() throws YamlRefusal, IOException {
    bytes.close();
    bytes = file.open();
    open = Optional.empty();
    var again = new DocumentCursor(GoYamlText.of(bytes), mapping -> {}, MOST_NODES);
    cursor = again.begin() && again.entersMapping() ? Optional.of(again) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
