package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import java.util.Map;
import java.util.Optional;

/**
 * The few requests that Stoker sends to the API server. Each throws a {@link
 * io.fabric8.kubernetes.client.KubernetesClientException} if it fails.
 */
final class ApiServer {
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private static final ResourceDefinitionContext POD = kind("Pod", "pods");
  private static final ResourceDefinitionContext SECRET = kind("Secret", "secrets");
  private static final ResourceDefinitionContext CONFIG_MAP = kind("ConfigMap", "configmaps");

  private final KubernetesClient client;

  ApiServer(KubernetesClient client) {
    this.client = client;
  }

  /** A pod as JSON; of its hundreds of types none has to be in the native executable. */
  Optional<JsonNode> pod(Cluster.PodName pod) {
    String namespace = pod.namespace().isEmpty() ? client.getNamespace() : pod.namespace();
    return pod(new ObjectName(namespace, pod.name()));
  }

  Optional<JsonNode> pod(ObjectName pod) {
    return json(POD, pod);
  }

  /** A ConfigMap or Secret as JSON. */
  Optional<JsonNode> configuration(ObjectName name, boolean secret) {
    return json(secret ? SECRET : CONFIG_MAP, name);
  }

  /** Changes one annotation of a pod and nothing else. */
  void annotate(OwnPod.Ref pod, String key, String value) {
    annotatePod(new ObjectName(pod.namespace(), pod.name()), key, value);
  }

  void annotatePod(ObjectName pod, String key, String value) {
    annotate(POD, pod, key, value);
  }

  /** Changes one annotation of a ConfigMap and nothing else. */
  void annotateConfigMap(ObjectName configMap, String key, String value) {
    annotate(CONFIG_MAP, configMap, key, value);
  }

  /** A ConfigMap's version now. */
  ConfigMapVersion configMap(String namespace, String name) {
    ConfigMap found = named(namespace, name).get();
    return found == null ? new ConfigMapVersion.Absent() : ConfigMapVersions.of(found);
  }

  /** One ConfigMap by name, which is all that a Role with resourceNames lets anybody watch. */
  Resource<ConfigMap> named(String namespace, String name) {
    return client.configMaps().inNamespace(namespace).withName(name);
  }

  /** What an informer remembers of ConfigMaps, so that contents are not held in memory. */
  ItemStore<ConfigMap> namesAndVersions() {
    return new ReducedStateItemStore<>(
        ReducedStateItemStore.NAME_KEY_STATE, ConfigMap.class, client.getKubernetesSerialization());
  }

  /** Creates an Event in its own namespace. */
  void create(Event event) {
    client.resources(Event.class).resource(event).create();
  }

  private Optional<JsonNode> json(ResourceDefinitionContext kind, ObjectName name) {
    return Optional.ofNullable(generic(kind, name).get())
        .map(found -> client.getKubernetesSerialization().convertValue(found, JsonNode.class));
  }

  private void annotate(
      ResourceDefinitionContext kind, ObjectName object, String key, String value) {
    var patch = Map.of("metadata", Map.of("annotations", Map.of(key, value)));
    generic(kind, object).patch(MERGE, client.getKubernetesSerialization().asJson(patch));
  }

  private Resource<GenericKubernetesResource> generic(
      ResourceDefinitionContext kind, ObjectName name) {
    return client
        .genericKubernetesResources(kind)
        .inNamespace(name.namespace())
        .withName(name.name());
  }

  /** Of the core API. */
  private static ResourceDefinitionContext kind(String kind, String plural) {
    return new ResourceDefinitionContext.Builder()
        .withVersion("v1")
        .withKind(kind)
        .withPlural(plural)
        .withNamespaced(true)
        .build();
  }
}
