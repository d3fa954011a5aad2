package io.stoker.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A ConfigMap's keys in a test. */
record TextMap(Map<String, String> keys) implements Texts {
  @Override
  public List<String> names() {
    return keys.keySet().stream().sorted().toList();
  }

  @Override
  public InputStream open(String name) throws IOException {
    if (!keys.containsKey(name)) {
      throw new IOException("the key " + name + " is gone");
    }
    return new ByteArrayInputStream(keys.get(name).getBytes(StandardCharsets.UTF_8));
  }

  TextMap with(String name, String text) {
    var more = new TreeMap<>(keys);
    more.put(name, text);
    return new TextMap(more);
  }

  /** What the kubelet does, with all its other files in the folder. */
  void mountInto(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*.yml")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    for (var key : keys.entrySet()) {
      Files.writeString(folder.resolve(key.getKey()), key.getValue());
    }
  }
}
