package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Hears of all objects of a kind in one namespace or in all: lists them, then watches from the
 * version of that list. In memory stay names and versions of what is wanted; the rest is told anew
 * with each list.
 *
 * <p>A watch that has gone silent without an end is found by what a healthy one always has: the API
 * server sends a bookmark about once a minute (kube-apiserver 1.34, where nothing else happens). It
 * is then begun anew where it was, so nothing is missed and nothing is listed again.
 */
final class ListAndWatch implements AutoCloseable {
  private static final int PAGE = 100;
  private static final int GONE = 410;
  private static final Duration LIST_SILENCE = Duration.ofSeconds(30);
  private static final Duration WATCH_SILENCE = Duration.ofSeconds(90);

  private final WatchedObjects objects;
  private final ObjectListener listener;
  private final Semaphore listing;

  private final Map<ObjectName, String> known = new HashMap<>();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean closed;
  private volatile Optional<BodyStream> open = Optional.empty();

  /** Empty if all has to be listed. */
  private String version = "";

  /** Of the last object: lists are in the order of namespaces, whose names are kept once. */
  private String sharedNamespace = "";

  /**
   * @param listing shared by those that should not list at the same time
   */
  ListAndWatch(WatchedObjects objects, ObjectListener listener, Semaphore listing) {
    this.objects = objects;
    this.listener = listener;
    this.listing = listing;
  }

  /** Whether it neither lists nor watches, so that somebody should call {@link #run}. */
  boolean rests() {
    return !closed && !running.get();
  }

  /** Lists and watches until something fails; returns at once if another thread does so. */
  void run(Supplier<KubernetesClient> client) {
    if (running.compareAndSet(false, true)) {
      try {
        var api = new ApiConnection(client.get());
        boolean goesOn = true;
        while (goesOn && !closed) {
          goesOn = round(api);
        }
      } catch (RuntimeException e) {
        tell(e);
      } finally {
        running.set(false);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    open.ifPresent(BodyStream::abort);
  }

  /** Whether to go on at once, which is never so if it would end the same way. */
  private boolean round(ApiConnection api) {
    boolean fresh = version.isEmpty();
    if (fresh) {
      version = list(api);
      listener.listed();
    }
    String before = version;
    try {
      watch(api);
      return !version.equals(before);
    } catch (KubernetesClientException e) {
      if (e.getCode() != GONE || (fresh && version.equals(before))) {
        throw e;
      }
      version = "";
      return true;
    }
  }

  private String list(ApiConnection api) {
    listing.acquireUninterruptibly();
    try {
      var gone = new HashSet<>(known.keySet());
      JsonBodies.Page page = page(api, "", gone);
      while (!page.next().isEmpty()) {
        page = page(api, page.next(), gone);
      }
      gone.forEach(this::forget);
      return page.resourceVersion();
    } finally {
      listing.release();
    }
  }

  private JsonBodies.Page page(ApiConnection api, String next, Set<ObjectName> gone) {
    try (InputStream body = opened(api, objects.page(PAGE, next), LIST_SILENCE)) {
      return JsonBodies.list(
          body,
          object -> {
            gone.remove(ObjectFacts.name(object));
            learn(object);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** That a watch breaks off is its normal end: whether it can be begun anew shows at once. */
  private void watch(ApiConnection api) {
    try (InputStream body = opened(api, objects.watch(version), WATCH_SILENCE)) {
      listener.worked();
      JsonBodies.watch(body, this::heard);
    } catch (IOException e) {
      // it goes on from the last version
    }
  }

  private InputStream opened(ApiConnection api, String path, Duration silence) {
    BodyStream body = api.open(path, silence);
    open = Optional.of(body);
    if (closed) {
      body.abort();
    }
    return body;
  }

  private void heard(JsonNode event) {
    JsonNode object = event.path("object");
    switch (event.path("type").asText()) {
      case "ADDED", "MODIFIED" -> learn(object);
      case "DELETED" -> forget(ObjectFacts.name(object));
      case "ERROR" ->
          throw new KubernetesClientException(
              object.path("message").asText(), object.path("code").asInt(), null);
      default -> {} // a bookmark
    }
    version = ObjectFacts.resourceVersion(object);
  }

  private void learn(JsonNode object) {
    ObjectName name = name(object);
    String now = ObjectFacts.resourceVersion(object);
    if (!now.equals(known.get(name))) {
      if (listener.now(name, object)) {
        known.put(name, now);
      } else {
        known.remove(name);
      }
    }
  }

  private ObjectName name(JsonNode object) {
    ObjectName read = ObjectFacts.name(object);
    if (!read.namespace().equals(sharedNamespace)) {
      sharedNamespace = read.namespace();
    }
    return new ObjectName(sharedNamespace, read.name());
  }

  private void forget(ObjectName name) {
    listener.gone(name);
    known.remove(name);
  }

  private void tell(RuntimeException cause) {
    if (!closed) {
      listener.lost(cause);
    }
  }
}
