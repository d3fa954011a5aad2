package io.stoker.manifests;

import static io.stoker.manifests.Requests.FORBIDDEN;
import static io.stoker.manifests.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pods of the manifests, in a namespace with the label that the manifests give theirs. */
@OnApiServer
class PodSecurityIT {
  private KubernetesClient administrator;
  private String namespace;

  @BeforeEach
  void enter(KubernetesApi api) {
    administrator = api.administrator();
    namespace = api.namespace();
    var sidecar = Manifests.folder("sidecar", namespace);
    assertThat(sidecar.of(Namespace.class).getFirst().getMetadata().getLabels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    Requests.apply(administrator, sidecar.ofKinds("Namespace", "ServiceAccount"));
    Requests.apply(administrator, Manifests.folder("watcher", namespace).ofKinds("ServiceAccount"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sidecar", "overlays/last-good", "redis", "traefik", "tutorial", "watcher"})
  void thePodsOfAFolderAreAllowed(String folder) {
    assertThat(pods(Manifests.folder(folder, namespace)))
        .isNotEmpty()
        .allSatisfy(this::tryToCreate);
  }

  @Test
  void thePodWithoutRightsInTheApiIsAllowed() {
    var manifests = Manifests.file(Manifests.ROOT.resolve("sidecar.yaml"), namespace);

    assertThat(pods(manifests)).isNotEmpty().allSatisfy(this::tryToCreate);
  }

  /** Else applying the one would take from the other's namespace what guards it. */
  @Test
  void theNamespaceIsTheSameInAllFolders() {
    assertThat(Manifests.folder("watcher", namespace).of(Namespace.class))
        .isEqualTo(Manifests.folder("sidecar", namespace).of(Namespace.class));
  }

  /** Else the tests above would prove little. */
  @Test
  void aPodThatAsksForMoreIsRefused() {
    var pod = pods(Manifests.folder("sidecar", namespace)).getFirst();
    var root = new PodBuilder(pod).editSpec().editSecurityContext().withRunAsNonRoot(false);
    var asRoot = root.endSecurityContext().endSpec().build();
    var lab = pods(Manifests.folder("overlays/lab", namespace)).getFirst();

    assertRefused(FORBIDDEN, "runAsNonRoot", () -> tryToCreate(asRoot));
    assertRefused(FORBIDDEN, "host namespaces", () -> tryToCreate(lab));
  }

  @Test
  void onlyStokerHasATokenForTheApi() {
    var pods = pods(Manifests.folder("tutorial", namespace));

    assertThat(pods).hasSize(3);
    assertThat(pods).noneMatch(pod -> pod.getSpec().getAutomountServiceAccountToken());
    assertThat(pods)
        .flatExtracting(pod -> pod.getSpec().getContainers())
        .filteredOn(
            container ->
                container.getVolumeMounts().stream()
                    .anyMatch(mount -> mount.getMountPath().contains("serviceaccount")))
        .extracting(container -> container.getName())
        .containsExactly("stoker");
  }

  private static List<Pod> pods(Manifests manifests) {
    return manifests.of(Deployment.class).stream().map(Workloads::pod).toList();
  }

  private void tryToCreate(Pod pod) {
    administrator.resource(pod).dryRun().create();
  }
}
