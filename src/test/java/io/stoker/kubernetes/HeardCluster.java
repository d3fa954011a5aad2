package io.stoker.kubernetes;

import static org.awaitility.Awaitility.await;

import io.stoker.fingerprint.ExpectedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a {@link ClusterWatch} has told. */
final class HeardCluster implements ClusterWatch.Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<ObjectName, ConfigMapFacts> configMaps = new ConcurrentHashMap<>();
  private final Map<ObjectName, ConfigMapFacts> secrets = new ConcurrentHashMap<>();
  private final Map<ObjectName, SliceFacts> slices = new ConcurrentHashMap<>();
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger listed = new AtomicInteger();

  @Override
  public boolean configMap(ConfigMapFacts now) {
    (now.secret() ? secrets : configMaps).put(now.name(), now);
    told.incrementAndGet();
    return true;
  }

  @Override
  public void configMapGone(ObjectName name, boolean secret) {
    (secret ? secrets : configMaps).remove(name);
  }

  @Override
  public void slice(SliceFacts now) {
    slices.put(now.name(), now);
  }

  @Override
  public void sliceGone(ObjectName name) {
    slices.remove(name);
  }

  @Override
  public void listed() {
    listed.incrementAndGet();
  }

  Map<ObjectName, ConfigMapFacts> configMaps() {
    return configMaps;
  }

  Map<ObjectName, ConfigMapFacts> secrets() {
    return secrets;
  }

  Map<ObjectName, SliceFacts> slices() {
    return slices;
  }

  /** How often a ConfigMap or Secret was told. */
  int told() {
    return told.get();
  }

  int listings() {
    return listed.get();
  }

  /** Ticks until it has come to this, as the program would, but faster. */
  void awaitListed(ClusterWatch watch) {
    await("all is listed").atMost(PATIENCE).until(() -> ticked(watch) && listed.get() > 0);
  }

  /** Until this is what is known of a ConfigMap's key. */
  void awaitContent(ClusterWatch watch, ObjectName name, String key, String content) {
    awaitContent(watch, PATIENCE, name, Map.entry(key, content));
  }

  void awaitContent(
      ClusterWatch watch, Duration patience, ObjectName name, Map.Entry<String, String> content) {
    String digest = ExpectedFiles.digest(content.getValue().getBytes(StandardCharsets.UTF_8));
    await(name + " is known with " + content)
        .atMost(patience)
        .until(() -> ticked(watch) && digest.equals(digest(name, content.getKey())));
  }

  void awaitGone(ClusterWatch watch, ObjectName name) {
    await(name + " is gone")
        .atMost(PATIENCE)
        .until(() -> ticked(watch) && !configMaps.containsKey(name));
  }

  private String digest(ObjectName name, String key) {
    return Optional.ofNullable(configMaps.get(name))
        .map(facts -> facts.digests().get(key))
        .orElse("");
  }

  private static boolean ticked(ClusterWatch watch) {
    watch.tick();
    return true;
  }
}
