package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Hears of ConfigMaps, of Secrets where asked, and of what stands behind Services, in some
 * namespaces or in all. What fails is told once, with the missing rule, and tried again at each
 * tick; one namespace does not wait for another.
 */
public final class ClusterWatch implements AutoCloseable {
  private static final String MEANWHILE = "what was known of them stays, and it is tried again";

  private final Supplier<KubernetesClient> client;
  private final Listener listener;
  private final Executor io;
  private final List<ListAndWatch> parts;
  private final Complaints complaints = new Complaints();

  /** One at a time, so that of many long lists only one object is in memory. */
  private final Semaphore listing = new Semaphore(1);

  /** What has not been listed yet. */
  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean complete = new AtomicBoolean();

  /**
   * What is watched.
   *
   * @param namespaces none means all
   * @param labels a label selector for ConfigMaps and Secrets; empty for all of them
   * @param secrets whether Secrets are, too
   */
  public record Scope(List<String> namespaces, String labels, boolean secrets) {
    public Scope {
      namespaces = List.copyOf(namespaces);
    }

    private List<String> paths() {
      return namespaces.isEmpty() ? List.of("") : namespaces;
    }

    private Stream<WatchedObjects> objects() {
      return paths().stream()
          .flatMap(path -> kinds().map(kind -> new WatchedObjects(kind, path, labels)));
    }

    private Stream<WatchedKind> kinds() {
      return Stream.of(WatchedKind.values()).filter(kind -> secrets || kind != WatchedKind.SECRETS);
    }
  }

  /**
   * Hears what the API server tells, called by any thread, for one object in the order of its
   * versions. Must not block.
   */
  public interface Listener {

    /** Is there, or is so now; also without a change. Whether it has to be told when it goes. */
    boolean configMap(ConfigMapFacts now);

    void configMapGone(ObjectName name, boolean secret);

    /** Is there, or is so now. */
    void slice(SliceFacts now);

    void sliceGone(ObjectName name);

    /**
     * All that was there at the start has been told, once. What is forbidden is not waited for; an
     * API server that does not answer is.
     */
    void listed();
  }

  /**
   * One that has not asked anything yet.
   *
   * @param client made when it is first needed
   * @param io runs what blocks, as many at a time as there are namespaces and kinds
   */
  public ClusterWatch(
      Supplier<KubernetesClient> client, Scope scope, Listener listener, Executor io) {
    this.client = client;
    this.listener = listener;
    this.io = io;
    this.parts = scope.objects().map(this::part).toList();
  }

  /** Begins, and returns at once. */
  public void start() {
    tick();
  }

  /** Begins anew what has failed; to be called every few seconds. */
  public void tick() {
    parts.stream().filter(ListAndWatch::rests).forEach(part -> io.execute(() -> run(part)));
  }

  /** What cannot be watched at this time, in one sentence each. */
  public List<String> failures() {
    return complaints.open();
  }

  @Override
  public void close() {
    parts.forEach(ListAndWatch::close);
  }

  private void run(ListAndWatch part) {
    part.run(client);
  }

  private ListAndWatch part(WatchedObjects objects) {
    String what = "watch " + objects.words();
    missing.add(what);
    return new ListAndWatch(objects, new Part(objects.kind(), what), listing);
  }

  private void listed(String what) {
    missing.remove(what);
    if (missing.isEmpty() && complete.compareAndSet(false, true)) {
      listener.listed();
    }
  }

  /** One kind in one namespace. */
  private final class Part implements ObjectListener {
    private final WatchedKind kind;
    private final String what;

    Part(WatchedKind kind, String what) {
      this.kind = kind;
      this.what = what;
    }

    @Override
    public boolean now(ObjectName name, JsonNode object) {
      return switch (kind) {
        case CONFIG_MAPS -> listener.configMap(ObjectFacts.configMap(name, object));
        case SECRETS -> listener.configMap(ObjectFacts.secret(name, object));
        case SLICES -> {
          listener.slice(SliceReader.read(name, object));
          yield true;
        }
      };
    }

    @Override
    public void gone(ObjectName name) {
      switch (kind) {
        case CONFIG_MAPS -> listener.configMapGone(name, false);
        case SECRETS -> listener.configMapGone(name, true);
        case SLICES -> listener.sliceGone(name);
      }
    }

    @Override
    public void listed() {
      ClusterWatch.this.listed(what);
    }

    @Override
    public void worked() {
      complaints.worked(what);
    }

    @Override
    public void lost(RuntimeException cause) {
      complaints.failed(what, ApiFailures.cause(cause, kind.rule()), MEANWHILE);
      if (ApiFailures.code(cause) == ApiFailures.FORBIDDEN) {
        ClusterWatch.this.listed(what);
      }
    }
  }
}
