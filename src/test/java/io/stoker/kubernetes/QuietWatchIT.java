package io.stoker.kubernetes;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a real API server tells where nothing happens; ninety seconds without a word are silence.
 */
@OnApiServer
class QuietWatchIT implements ObjectListener {
  private final AtomicInteger begun = new AtomicInteger();

  @Tag("long")
  @Test
  void isKeptAliveByBookmarks(KubernetesApi api) {
    var objects = new WatchedObjects(WatchedKind.CONFIG_MAPS, api.namespace(), "");
    var part = new ListAndWatch(objects, this, new Semaphore(1));
    try (part) {
      Thread.ofVirtual().start(() -> part.run(api::administrator));

      await("it is the same watch for twice that time")
          .pollInterval(Duration.ofSeconds(1))
          .during(Duration.ofSeconds(180))
          .atMost(Duration.ofSeconds(240))
          .until(() -> begun.get() == 1 && !part.rests());
    }
  }

  @Override
  public boolean now(ObjectName name, JsonNode object) {
    return true; // only the watch matters
  }

  @Override
  public void gone(ObjectName name) {
    throw new AssertionError(name + " was not deleted");
  }

  @Override
  public void listed() {
    // only the watch matters
  }

  @Override
  public void worked() {
    begun.incrementAndGet();
  }

  @Override
  public void lost(RuntimeException cause) {
    throw new AssertionError(cause);
  }
}
