package io.stoker.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a replica that stands by needs to ask the one that leads. */
class WatcherReplicasTest {
  private final PodTemplateSpec pod = of(Deployment.class, "deployment").getSpec().getTemplate();
  private final NetworkPolicy policy = of(NetworkPolicy.class, "network-policy");

  @Test
  void eachKnowsTheAddressThatItTellsTheOthers() {
    assertThat(pod.getSpec().getContainers().getFirst().getEnv())
        .filteredOn(variable -> variable.getName().equals("POD_IP"))
        .extracting(EnvVar::getValueFrom)
        .extracting(source -> source.getFieldRef().getFieldPath())
        .containsExactly("status.podIP");
  }

  @Test
  void oneMayAskTheOtherForItsStatus() {
    assertThat(policy.getSpec().getPodSelector().getMatchLabels())
        .isEqualTo(pod.getMetadata().getLabels());
    assertThat(policy.getSpec().getIngress())
        .anyMatch(rule -> lets(rule.getPorts()) && includesReplicas(rule.getFrom()));
    assertThat(policy.getSpec().getEgress())
        .anyMatch(rule -> lets(rule.getPorts()) && includesReplicas(rule.getTo()));
  }

  private boolean lets(List<NetworkPolicyPort> ports) {
    int status = pod.getSpec().getContainers().getFirst().getPorts().getFirst().getContainerPort();
    return ports.stream().anyMatch(port -> includes(port, status));
  }

  private static boolean includes(NetworkPolicyPort port, int wanted) {
    IntOrString first = port.getPort();
    int last = port.getEndPort() == null ? first.getIntVal() : port.getEndPort();
    return first.getIntVal() <= wanted && wanted <= last;
  }

  /** No peers means all. */
  private boolean includesReplicas(List<NetworkPolicyPeer> peers) {
    return peers.isEmpty()
        || peers.stream()
            .anyMatch(
                peer ->
                    peer.getNamespaceSelector() == null
                        && peer.getPodSelector()
                            .getMatchLabels()
                            .equals(pod.getMetadata().getLabels()));
  }

  private static <T extends HasMetadata> T of(Class<T> kind, String file) {
    var path = Manifests.ROOT.resolve("watcher/" + file + ".yaml");
    return Manifests.file(path, "anywhere").of(kind).getFirst();
  }
}
