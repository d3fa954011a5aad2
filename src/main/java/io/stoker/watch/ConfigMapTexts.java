package io.stoker.watch;

import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.verify.Texts;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What ConfigMaps hold, fetched for one comparison; of namesakes the first counts. */
record ConfigMapTexts(Map<String, byte[]> contents) implements Texts {

  /** Empty where one of them cannot be read. */
  static Optional<ConfigMapTexts> fetch(ApiPort api, List<ConfigMapFacts> sources) {
    var contents = new TreeMap<String, byte[]>();
    for (ConfigMapFacts source : sources) {
      Optional<Map<String, byte[]>> texts = api.texts(source);
      if (texts.isEmpty()) {
        return Optional.empty();
      }
      texts.get().forEach(contents::putIfAbsent);
    }
    return Optional.of(new ConfigMapTexts(contents));
  }

  @Override
  public List<String> names() {
    return List.copyOf(contents.keySet());
  }

  @Override
  public InputStream open(String name) throws IOException {
    byte[] content = contents.get(name);
    if (content == null) {
      throw new FileNotFoundException(name);
    }
    return new ByteArrayInputStream(content);
  }
}
