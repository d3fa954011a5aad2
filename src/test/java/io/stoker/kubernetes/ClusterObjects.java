package io.stoker.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.stoker.testbed.Rights;
import java.util.Map;

/** What stands around a watcher in a namespace, and the rights to hear of it. */
final class ClusterObjects {
  static final PolicyRule CONFIG_MAPS = Rights.rule("configmaps", "get", "list", "watch");
  static final PolicyRule SECRETS = Rights.rule("secrets", "get", "list", "watch");
  static final PolicyRule SLICES =
      rule("discovery.k8s.io", "endpointslices", "get", "list", "watch");
  static final PolicyRule LEASES = rule("coordination.k8s.io", "leases", "get", "create", "update");

  private ClusterObjects() {}

  private static PolicyRule rule(String group, String resource, String... verbs) {
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(resource)
        .withVerbs(verbs)
        .build();
  }

  /** One with the key {@code key}. */
  static Secret secret(ObjectName name, String type, String content) {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(name.name())
        .endMetadata()
        .withType(type)
        .withStringData(Map.of("key", content))
        .build();
  }

  /** One endpoint that is no pod. */
  static EndpointSlice slice(ObjectName name, Map<String, String> labels, String address) {
    return new EndpointSliceBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(name.name())
        .withLabels(labels)
        .endMetadata()
        .withAddressType("IPv4")
        .addNewEndpoint()
        .withAddresses(address)
        .endEndpoint()
        .build();
  }

  /** A pod with a Stoker in it that mounts this ConfigMap. */
  static Pod sidecarPod(ObjectName name, String configMap) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(name.name())
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("stoker")
        .withImage("stoker:1")
        .withArgs("--listen-address=:8080")
        .addNewVolumeMount()
        .withName("config")
        .withMountPath("/etc/prometheus")
        .endVolumeMount()
        .endContainer()
        .addNewVolume()
        .withName("config")
        .withNewConfigMap()
        .withName(configMap)
        .endConfigMap()
        .endVolume()
        .endSpec()
        .build();
  }
}
