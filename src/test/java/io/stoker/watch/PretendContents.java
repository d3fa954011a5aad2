package io.stoker.watch;

import io.stoker.fingerprint.ExpectedFiles;
import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.EventNote;
import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.PodFacts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An API server that only gives what ConfigMaps and Secrets hold, and counts how often. */
final class PretendContents implements ApiPort {
  boolean down;
  int fetches;
  private final Map<ObjectName, Map<String, byte[]>> held = new HashMap<>();
  private final Sources sources;

  PretendContents(Sources sources) {
    this.sources = sources;
  }

  /** Writes it, and the informer tells of that. */
  void write(SourceName source, Map<String, String> texts) {
    sources.heard(writeUnheard(source, texts));
  }

  /** Writes it; what an informer would tell. */
  ConfigMapFacts writeUnheard(SourceName source, Map<String, String> texts) {
    var contents = new TreeMap<String, byte[]>();
    var digests = new TreeMap<String, String>();
    texts.forEach(
        (key, text) -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          contents.put(key, bytes);
          digests.put(key, ExpectedFiles.digest(bytes));
        });
    held.put(source.object(), contents);
    return new ConfigMapFacts(
        source.object(),
        source.secret(),
        "uid",
        "1",
        Map.of(),
        Map.of(),
        digests,
        false,
        Optional.empty());
  }

  @Override
  public Optional<Map<String, byte[]>> texts(ConfigMapFacts source) {
    fetches++;
    return down ? Optional.empty() : Optional.ofNullable(held.get(source.name()));
  }

  @Override
  public Optional<PodFacts> pod(ObjectName pod) {
    return Optional.empty();
  }

  @Override
  public boolean nudge(ObjectName pod) {
    return false;
  }

  @Override
  public void event(ConfigMapFacts source, EventNote note) {}

  @Override
  public void annotate(ObjectName configMap, String key, String value) {}

  @Override
  public Optional<String> proofs() {
    return Optional.empty();
  }

  @Override
  public void keepProofs(String proofs) {}
}
