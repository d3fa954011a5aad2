package io.stoker.watch;

import io.stoker.fingerprint.ConfigReader;
import io.stoker.fingerprint.ExpectedFiles;
import io.stoker.fingerprint.Reading;
import io.stoker.kubernetes.ConfigMapFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What the ConfigMaps that feed a target hold, as the informers last told.
 *
 * @param names of the ConfigMaps at this time, sorted
 */
record SourceReader(Sources sources, Supplier<List<SourceName>> names) implements ConfigReader {

  @Override
  public Reading read() {
    var digests = new TreeMap<String, String>();
    for (SourceName name : names.get()) {
      Optional<Sources.Version> version = sources.version(name);
      if (version.isEmpty()) {
        return new Reading.Missing(
            "%s %s does not exist; the last configuration stays"
                .formatted(name.kind(), name.object()));
      }
      String prefix = (name.secret() ? "secret/" : "") + name.name() + "/";
      version.get().facts().digests().forEach((key, digest) -> digests.put(prefix + key, digest));
    }
    return new Reading.Found(ExpectedFiles.content(digests));
  }

  /** All of them that are there. */
  List<ConfigMapFacts> facts() {
    return names.get().stream()
        .flatMap(name -> sources.version(name).stream())
        .map(Sources.Version::facts)
        .toList();
  }

  /** When the newest of them began to be wanted. */
  Instant since() {
    return names.get().stream()
        .flatMap(name -> sources.version(name).stream())
        .map(Sources.Version::since)
        .max(Instant::compareTo)
        .orElse(Instant.MAX);
  }
}
