package io.stoker.manifests;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.ConfigMaps;
import io.stoker.testbed.KubernetesApi;
import java.util.Map;

/**
 * The folder watcher of the manifests in a namespace, and what a watcher there may have to do with.
 */
record Watchers(KubernetesApi api, String namespace, Manifests manifests) {
  static final String ACCOUNT = "stoker-watch";
  static final String CONFIG = "prometheus-config";
  static final String POD = "prometheus-0";

  static Watchers in(KubernetesApi api) {
    String namespace = api.namespace();
    return new Watchers(api, namespace, Manifests.folder("watcher", namespace));
  }

  void apply(String... kinds) {
    Requests.apply(api.administrator(), manifests.ofKinds(kinds));
  }

  /** Removes what no namespace takes with it. */
  void deletePolicies() {
    manifests
        .ofKinds("ValidatingAdmissionPolicyBinding", "ValidatingAdmissionPolicy")
        .forEach(resource -> api.administrator().resource(resource).delete());
  }

  /** The API as the watcher sees it. */
  KubernetesClient client() {
    return api.bearer(api.token(namespace, ACCOUNT));
  }

  /** Creates what a watcher's requests are about. */
  void furnish(String where) {
    createPod(where);
    createConfigMap(where);
    var proofs =
        new LeaseBuilder()
            .withNewMetadata()
            .withNamespace(where)
            .withName(WatcherFeature.PROOFS)
            .endMetadata()
            .build();
    api.administrator().resource(proofs).create();
  }

  /** A pod that no scheduler places, so that nothing changes it but the test. */
  Pod createPod(String where) {
    var pod =
        new PodBuilder(Workloads.pod(manifests.of(Deployment.class).getFirst()))
            .editMetadata()
            .withNamespace(where)
            .withName(POD)
            .withAnnotations(Map.of("example.com/owner", "somebody"))
            .endMetadata()
            .editSpec()
            .withServiceAccountName("default")
            .withSchedulerName("nobody")
            .endSpec()
            .build();
    return api.administrator().resource(pod).create();
  }

  ConfigMap createConfigMap(String where) {
    var configMap =
        new ConfigMapBuilder(ConfigMaps.of(where, CONFIG, "prometheus.yml", "global: {}"))
            .editMetadata()
            .withAnnotations(Map.of("stoker.io/reload", "prometheus"))
            .endMetadata()
            .build();
    return api.administrator().resource(configMap).create();
  }
}
