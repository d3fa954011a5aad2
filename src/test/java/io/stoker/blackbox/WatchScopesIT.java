package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.main;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.stoker.manifests.Manifests;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.StokerProcess;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker watch} in more namespaces than its own, with the rights of the manifests. */
@OnApiServer
class WatchScopesIT {
  @TempDir Path folder;
  private final List<HasMetadata> clusterWide = new ArrayList<>();
  private KubernetesApi api;
  private WatchedService home;
  private WatchedService guest;

  @BeforeEach
  void start(KubernetesApi shared) {
    api = shared;
    home = service("home");
    guest = service("guest");
  }

  @AfterEach
  void stop() {
    home.close();
    guest.close();
    clusterWide.forEach(resource -> api.administrator().resource(resource).delete());
  }

  @Test
  void namespacesThatAreNamedAreWatchedByARoleInEach() {
    var manifests = Manifests.folder("watcher-more-namespaces", home.namespace());
    manifests.of(Role.class).stream().filter(WatchScopesIT::isGuests).forEach(this::moveToGuest);
    manifests.of(RoleBinding.class).stream()
        .filter(WatchScopesIT::isGuests)
        .forEach(this::moveToGuest);

    StokerProcess watcher =
        home.watch("--namespaces=" + home.namespace() + "," + guest.namespace());

    assertReloadsBoth(watcher);
    assertThat(watcher.targets()).hasSize(2);
  }

  @Test
  void allNamespacesAreWatchedByAClusterRole() {
    var manifests = Manifests.folder("watcher-cluster-wide", home.namespace());
    clusterWide.addAll(manifests.of(ClusterRole.class));
    clusterWide.addAll(manifests.of(ClusterRoleBinding.class));
    clusterWide.forEach(resource -> api.administrator().resource(resource).create());

    assertReloadsBoth(home.watch("--all-namespaces"));
  }

  private void assertReloadsBoth(StokerProcess watcher) {
    for (WatchedService service : List.of(home, guest)) {
      awaitProven(watcher, service, Instant.EPOCH);
      var since = Instant.now();
      service.write(main("changed"), WatchCase.WISH);
      Patience.await("the kubelet is nudged")
          .until(() -> service.nudge(service.members().getFirst()).isPresent());
      service.mount(main("changed"));

      awaitProven(watcher, service, since);
      service.awaitRuns("changed");
      Patience.await("its author is told")
          .until(
              () ->
                  service.events().stream()
                      .anyMatch(event -> event.getReason().equals("ConfigReloaded")));
    }
    assertThat(watcher.log()).doesNotContain("cannot ", "forbidden");
  }

  /** Others may have left targets behind in namespaces of their own. */
  private static void awaitProven(StokerProcess watcher, WatchedService service, Instant since) {
    String target = service.namespace() + "/prometheus/prometheus-0";
    Patience.await(target + " is proven")
        .until(
            () ->
                watcher.targets().stream()
                    .anyMatch(t -> t.target().equals(target) && t.provenAfter(since)));
  }

  private WatchedService service(String name) {
    var service = new WatchedService(api, folder.resolve(name));
    service.write(main("start"), WatchCase.WISH);
    service.join("prometheus-0", main("start"));
    return service;
  }

  private static boolean isGuests(HasMetadata resource) {
    return resource.getMetadata().getName().equals("stoker-watch-guest");
  }

  private void moveToGuest(HasMetadata resource) {
    resource.getMetadata().setNamespace(guest.namespace());
    api.administrator().resource(resource).create();
  }
}
