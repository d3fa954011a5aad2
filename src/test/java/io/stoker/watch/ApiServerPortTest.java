package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.stoker.kubernetes.ClusterRequests;
import io.stoker.kubernetes.Complaints;
import io.stoker.kubernetes.ObjectName;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many targets there are, the API server gets some requests at a time. */
@Timeout(60)
class ApiServerPortTest {
  private static final int TARGETS = 500;

  private final AtomicInteger underWay = new AtomicInteger();
  private final CountDownLatch answers = new CountDownLatch(1);

  @Test
  void podsOfManyTargetsAreNotReadAllAtOnce() throws Exception {
    var port =
        new ApiServerPort(
            new ClusterRequests(this::hanging, "stoker-watch-0", InstantSource.system()),
            new ObjectName("monitoring", "proofs"),
            new Complaints());
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < TARGETS; i++) {
        var pod = new ObjectName("monitoring", "prometheus-" + i);
        all.add(threads.submit(() -> port.pod(pod)));
      }
      await().until(() -> underWay.get() > 1);
      await().during(200, TimeUnit.MILLISECONDS).until(() -> underWay.get() <= TARGETS / 10);
      answers.countDown();
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(underWay).hasValue(TARGETS);
  }

  private KubernetesClient hanging() {
    underWay.incrementAndGet();
    try {
      answers.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new KubernetesClientException("there is no API server");
  }
}
