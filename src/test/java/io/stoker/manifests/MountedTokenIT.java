package io.stoker.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pod of the manifests on a real kubelet, with a shell in the place of each program. */
@Tag("cluster")
@OnApiServer
class MountedTokenIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** As Stoker does, with what its container has: prints how the API server answers. */
  private static final String PATCH =
      """
      cd /var/run/secrets/kubernetes.io/serviceaccount
      patch() {
        curl -s -o /dev/null -w "$1 %%{http_code}\\n" --cacert ca.crt -X PATCH \\
          -H "Authorization: Bearer $(cat token)" -H 'Content-Type: application/merge-patch+json' -d "$2" \\
          https://$KUBERNETES_SERVICE_HOST:$KUBERNETES_SERVICE_PORT/api/v1/namespaces/$POD_NAMESPACE/pods/$POD_NAME
      }
      # another value each time: what was let through before the policy took effect would be no change any more
      until i=$((i+1)); patch label '{"metadata":{"labels":{"example.com/team":"t'$i'"}}}' | grep 422; do sleep 0.2; done
      patch nudge '%s'
      """
          .formatted(Requests.NUDGE);

  private static final String LOOK = "ls /var/run/secrets/kubernetes.io || echo no token";

  private KubernetesApi api;
  private Sidecar sidecar;
  private Pod pod;

  @BeforeEach
  void create(KubernetesApi given) {
    api = given;
    sidecar = Sidecar.in(given);
    sidecar.apply("ServiceAccount", "Role", "RoleBinding", "ConfigMap");
    sidecar.apply("ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding");
    pod = given.administrator().resource(onTheNode()).create();
  }

  @AfterEach
  void delete() {
    api.administrator().resource(pod).withGracePeriod(0).delete();
    sidecar.deletePolicy();
  }

  @Test
  void theTokenThatTheKubeletMountsNudgesThePodAndIsThereForStokerOnly() {
    awaitLog("stoker", "label 422\nnudge 200\n");
    awaitLog("prometheus", "no token");

    assertThat(api.administrator().resource(pod).get().getMetadata().getAnnotations())
        .containsKey("stoker.io/nudge");
  }

  private void awaitLog(String container, String text) {
    await(container + " says: " + text)
        .atMost(PATIENCE)
        .ignoreExceptions() // there is no log before the pod runs
        .untilAsserted(
            () ->
                assertThat(api.administrator().pods().resource(pod).inContainer(container).getLog())
                    .contains(text));
  }

  private Pod onTheNode() {
    var made = Workloads.pod(sidecar.manifests().of(Deployment.class).getFirst());
    var containers = made.getSpec().getContainers().stream().map(this::shell).toList();
    return new PodBuilder(made)
        .editSpec()
        .withNodeName(api.node())
        .withHostNetwork(true)
        .withRestartPolicy("Never")
        .withContainers(containers)
        .addNewVolume()
        .withName("usr")
        .withNewHostPath("/usr", "Directory")
        .endVolume()
        .endSpec()
        .build();
  }

  private Container shell(Container container) {
    var script = container.getName().equals("stoker") ? PATCH : LOOK;
    return new ContainerBuilder(container)
        .withImage("stoker.test/host:1")
        .withImagePullPolicy("Never")
        .withCommand("sh", "-c", script)
        .withArgs()
        .withReadinessProbe(null)
        .withLivenessProbe(null)
        .addAllToEnv(api.environment())
        .addNewVolumeMount()
        .withName("usr")
        .withMountPath("/usr")
        .withReadOnly(true)
        .endVolumeMount()
        .build();
  }
}
