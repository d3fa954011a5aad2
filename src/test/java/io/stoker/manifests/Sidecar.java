package io.stoker.manifests;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.testbed.KubernetesApi;
import java.util.Map;

/** The folder sidecar of the manifests in a namespace, and pods made as its Deployment would. */
record Sidecar(KubernetesApi api, String namespace, Manifests manifests) {
  static final String ACCOUNT = "stoker";
  static final String CONFIG = "prometheus-config";
  static final String POD = "own";

  static Sidecar in(KubernetesApi api) {
    var namespace = api.namespace();
    return new Sidecar(api, namespace, Manifests.folder("sidecar", namespace));
  }

  void apply(String... kinds) {
    Requests.apply(api.administrator(), manifests.ofKinds(kinds));
  }

  /** Removes what no namespace takes with it. */
  void deletePolicy() {
    manifests
        .ofKinds("ValidatingAdmissionPolicyBinding", "ValidatingAdmissionPolicy")
        .forEach(resource -> api.administrator().resource(resource).delete());
  }

  /** Gives another sidecar's account the rights that the Role allows here. */
  RoleBinding bindRoleTo(Sidecar another) {
    return new RoleBindingBuilder(manifests.of(RoleBinding.class).getFirst())
        .withSubjects(
            new SubjectBuilder()
                .withKind("ServiceAccount")
                .withName(ACCOUNT)
                .withNamespace(another.namespace)
                .build())
        .build();
  }

  /** A pod that no scheduler places, so that nothing changes it but the test. */
  Pod createPod(String name, Map<String, String> annotations) {
    var pod =
        new PodBuilder(Workloads.pod(manifests.of(Deployment.class).getFirst()))
            .editMetadata()
            .withName(name)
            .withAnnotations(annotations)
            .endMetadata()
            .editSpec()
            .withSchedulerName("nobody")
            .endSpec()
            .build();
    return api.administrator().resource(pod).create();
  }

  /** What Stoker tells about its pod. */
  static EventBuilder event(String namespace) {
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withGenerateName(POD + ".")
        .endMetadata()
        .withNewInvolvedObject()
        .withKind("Pod")
        .withNamespace(namespace)
        .withName(POD)
        .endInvolvedObject()
        .withReason("ConfigReloaded");
  }

  /** The API as Stoker in this pod sees it, by a token like the one the kubelet mounts. */
  KubernetesClient stokerIn(Pod pod) {
    var metadata = pod.getMetadata();
    var request =
        new TokenRequestBuilder()
            .withNewSpec()
            .withNewBoundObjectRef("v1", "Pod", metadata.getName(), metadata.getUid())
            .endSpec()
            .build();
    return api.bearer(token(request));
  }

  /** The API as the bearer of a token sees it that was made for the account, but for no pod. */
  KubernetesClient stokerInNoPod() {
    return api.bearer(token(new TokenRequest()));
  }

  private String token(TokenRequest request) {
    return api.administrator()
        .serviceAccounts()
        .inNamespace(namespace)
        .withName(ACCOUNT)
        .tokenRequest(request)
        .getStatus()
        .getToken();
  }
}
