package io.stoker.watch;

import io.stoker.fingerprint.ConfigReader;
import io.stoker.fingerprint.ExpectedFiles;
import io.stoker.fingerprint.Reading;
import io.stoker.kubernetes.ConfigMapFacts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
      version
          .get()
          .facts()
          .digests()
          .forEach((key, digest) -> digests.put(name.content(key), digest));
    }
    return new Reading.Found(ExpectedFiles.content(digests));
  }

  /** All of them that are there. */
  List<Sources.Version> versions() {
    return names.get().stream().flatMap(name -> sources.version(name).stream()).toList();
  }

  /** All of them that are there. */
  List<ConfigMapFacts> facts() {
    return versions().stream().map(Sources.Version::facts).toList();
  }

  /** How people see those keys that have these names in a fingerprint. */
  Set<String> shown(List<String> contents) {
    var wanted = Set.copyOf(contents);
    var shown = new HashSet<String>();
    for (ConfigMapFacts source : facts()) {
      SourceName name = SourceName.of(source);
      source.digests().keySet().stream()
          .filter(key -> wanted.contains(name.content(key)))
          .forEach(key -> shown.add(name.file(key)));
    }
    return shown;
  }

  /** When the newest of them began to be wanted. */
  Instant since() {
    return versions().stream()
        .map(Sources.Version::since)
        .max(Instant::compareTo)
        .orElse(Instant.MAX);
  }
}
