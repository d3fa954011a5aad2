package io.stoker.bench;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.ConfigMaps;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.PublishedPod;
import io.stoker.testbed.Rights;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A namespace with a ConfigMap, a Service and a pod for each target, and as many ConfigMaps again
 * that nobody wants to be reloaded.
 */
final class FedNamespace implements AutoCloseable {
  private static final String ACCOUNT = "stoker-watch";
  private static final int WRITERS = 8;

  private final KubernetesApi api;
  private final Path folder;
  private final FedTargets targets;
  private final String namespace;
  private final AtomicIntegerArray revisions;
  private final AtomicReferenceArray<Instant> changedAt;
  private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);

  FedNamespace(KubernetesApi api, Path folder, FedTargets targets) {
    this.api = api;
    this.folder = folder;
    this.targets = targets;
    this.namespace = api.namespace();
    this.revisions = new AtomicIntegerArray(targets.all().size());
    this.changedAt = new AtomicReferenceArray<>(targets.all().size());
    api.serviceAccount(namespace, ACCOUNT, Rights.watcher());
    each(this::fill);
  }

  FedTargets targets() {
    return targets;
  }

  int size() {
    return targets.all().size();
  }

  /** A watcher of this namespace that has just been started. */
  StokerProcess watch(String name) {
    return StokerSetup.in(folder.resolve(name))
        .ofCommand("watch")
        .with("--volumes=false")
        .withEnvironment("KUBECONFIG", kubeconfig().toString())
        .withEnvironment("POD_NAMESPACE", namespace)
        .withEnvironment("POD_NAME", name)
        .start();
  }

  /**
   * Changes the ConfigMap of a target.
   *
   * @return {@link System#nanoTime} when the API server has answered
   */
  long change(int target) {
    int revision = revisions.incrementAndGet(target);
    targets.all().get(target).hold(FedConfig.of(revision));
    changedAt.set(target, Instant.now());
    client().resource(configMap(target, revision)).update();
    return System.nanoTime();
  }

  /** Changes a target's ConfigMap beside others, one change of each after the other. */
  CompletableFuture<Long> changeSoon(int target) {
    return CompletableFuture.supplyAsync(
        () -> {
          synchronized (targets.all().get(target)) {
            return change(target);
          }
        },
        writers);
  }

  /**
   * How many targets do not run, or are not proven to run, what their ConfigMaps hold. The watcher
   * is asked only when all of them run it.
   */
  int behind(StokerProcess watcher) {
    int old = count(target -> !targets.all().get(target).runs(FedConfig.of(revisions.get(target))));
    return old > 0 ? old : unproven(Proofs.of(watcher));
  }

  private int unproven(Map<String, Instant> proofs) {
    return count(
        target -> proofs.getOrDefault(name(target), Instant.MIN).isBefore(changedAt.get(target)));
  }

  private int count(IntPredicate which) {
    return (int) IntStream.range(0, size()).filter(which).count();
  }

  /** As the watcher calls a target. */
  private String name(int target) {
    return namespace + "/" + service(target) + "/" + pod(target);
  }

  @Override
  public void close() {
    writers.shutdown();
    targets.close();
  }

  private void fill(int target) {
    ConfigMaps.put(client(), configMap(target, 0));
    ConfigMaps.put(
        client(), ConfigMaps.of(namespace, "other-" + target, FedConfig.KEY, FedConfig.of(0)));
    targets.all().get(target).hold(FedConfig.of(0));
    changedAt.set(target, Instant.now());
    var pod =
        client()
            .resource(PublishedPod.mounting(namespace, pod(target), configMapName(target)))
            .create();
    int port = targets.all().get(target).port();
    client().resource(PublishedPod.slice(pod, service(target), targets.address(), port)).create();
  }

  private ConfigMap configMap(int target, int revision) {
    return new ConfigMapBuilder(
            ConfigMaps.of(namespace, configMapName(target), FedConfig.KEY, FedConfig.of(revision)))
        .editMetadata()
        .addToAnnotations("stoker.io/reload", service(target))
        .endMetadata()
        .build();
  }

  private void each(IntConsumer action) {
    List<CompletableFuture<Void>> all =
        IntStream.range(0, size())
            .mapToObj(i -> CompletableFuture.runAsync(() -> action.accept(i), writers))
            .toList();
    all.forEach(CompletableFuture::join);
  }

  private Path kubeconfig() {
    try {
      Files.createDirectories(folder);
      return Files.writeString(
          folder.resolve("kubeconfig"), api.kubeconfig(api.token(namespace, ACCOUNT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String configMapName(int target) {
    return "config-" + target;
  }

  private static String service(int target) {
    return "prometheus-" + target;
  }

  private static String pod(int target) {
    return "prometheus-" + target + "-0";
  }

  private KubernetesClient client() {
    return api.administrator();
  }
}
