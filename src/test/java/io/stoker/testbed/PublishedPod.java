package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;

/** A pod and its place behind a Service, as the API server knows them where nobody runs pods. */
public final class PublishedPod {
  private PublishedPod() {}

  /** A pod of Prometheus that mounts a ConfigMap. */
  public static Pod mounting(String namespace, String name, String configMap) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .addToAnnotations("example.com/owner", "somebody")
        .endMetadata()
        .withNewSpec()
        .withNodeName("no-kubelet-is-here")
        .addNewContainer()
        .withName("prometheus")
        .withImage("prometheus.test/none:1")
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

  /** What a controller writes once the pod is ready; named after the pod. */
  public static EndpointSlice slice(Pod pod, String service, String address, int port) {
    String name = pod.getMetadata().getName();
    String namespace = pod.getMetadata().getNamespace();
    return new EndpointSliceBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .addToLabels("kubernetes.io/service-name", service)
        .endMetadata()
        .withAddressType("IPv4")
        .addNewEndpoint()
        .withAddresses(address)
        .withNewConditions()
        .withReady(true)
        .endConditions()
        .withNewTargetRef()
        .withKind("Pod")
        .withNamespace(namespace)
        .withName(name)
        .withUid(pod.getMetadata().getUid())
        .endTargetRef()
        .endEndpoint()
        .addNewPort()
        .withName("web")
        .withPort(port)
        .withProtocol("TCP")
        .endPort()
        .build();
  }
}
