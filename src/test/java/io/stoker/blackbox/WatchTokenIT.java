package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.main;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.stoker.testbed.ApiServer;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.StokerTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker watch} with the token file of a pod, which the kubelet replaces, or does not. */
class WatchTokenIT {
  private static final int UNAUTHORIZED = 401;

  /** Until the watcher has begun. */
  private static final Duration ACCEPTED = Duration.ofSeconds(30);

  @TempDir Path folder;
  private ApiServer server;
  private WatchedService service;

  @BeforeEach
  void start() {
    assumeThat(KubernetesApi.given()).as("a given cluster's key is not ours").isEmpty();
    server = ApiServer.in(folder.resolve("api")).awaitReady();
    service = new WatchedService(server.api(), folder.resolve("watched"));
    service.write(main("start"), WatchCase.WISH);
    service.join("prometheus-0", main("start"));
  }

  @AfterEach
  void stop() {
    service.close();
    server.close();
  }

  @Test
  void aTokenThatIsReplacedBeforeItExpiresIsNoFailure() {
    String old = shortToken();
    StokerProcess watcher = watch(old);
    watcher.awaitTarget(StokerTarget::inSync);

    give(server.api().token(service.namespace(), WatchedNamespace.ACCOUNT));
    awaitExpired(old);
    service.write(main("changed"), WatchCase.WISH);
    service.mount(main("changed"));

    service.awaitRuns("changed");
    watcher.awaitTarget(StokerTarget::inSync);
    assertThat(watcher.log()).doesNotContain("401", "does not lead any more");
  }

  @Test
  void aTokenThatIsReplacedTooLateIsToldWithTheNextStepAndCostsNoChange() {
    String old = shortToken();
    StokerProcess watcher = watch(old);
    watcher.awaitTarget(StokerTarget::inSync);

    awaitExpired(old);
    Patience.await("it is told")
        .untilAsserted(
            () ->
                assertThat(watcher.log())
                    .contains("does not accept the pod's token (401)", "the pod has to be created")
                    .contains("does not lead any more"));
    service.write(main("changed"), WatchCase.WISH);
    service.mount(main("changed"));
    give(server.api().token(service.namespace(), WatchedNamespace.ACCOUNT));

    service.awaitRuns("changed");
    watcher.awaitTarget(StokerTarget::inSync);
    assertThat(watcher.log().lines())
        .filteredOn(line -> line.contains("cannot hold the Lease") && line.contains("(401)"))
        .hasSize(1);
  }

  private StokerProcess watch(String token) {
    give(token);
    return service.watch(this::inPod);
  }

  /** What a container gets of its kubelet, but for the places of files. */
  private StokerSetup inPod(StokerSetup setup) {
    var inPod =
        setup
            .withEnvironment("KUBECONFIG", folder.resolve("none").toString())
            .withEnvironment("KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN", token().toString());
    for (var variable : server.environment().entrySet()) {
      inPod = inPod.withEnvironment(variable.getKey(), variable.getValue());
    }
    return inPod;
  }

  private String shortToken() {
    return server.token(service.namespace(), WatchedNamespace.ACCOUNT, ACCEPTED);
  }

  /** In one step, as the kubelet does. */
  private void give(String token) {
    try {
      Path fresh = Files.writeString(folder.resolve("fresh"), token);
      Files.move(fresh, token(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path token() {
    return folder.resolve("token");
  }

  private void awaitExpired(String token) {
    try (KubernetesClient bearer = server.api().bearer(token)) {
      Patience.await("the token is not accepted any more")
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> isRefused(bearer));
    }
  }

  private static boolean isRefused(KubernetesClient bearer) {
    try {
      bearer.raw("/version");
      return false;
    } catch (KubernetesClientException e) {
      return e.getCode() == UNAUTHORIZED;
    }
  }
}
