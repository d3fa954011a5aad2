package io.stoker.manifests;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.stoker.kubernetes.ClusterRequests;
import io.stoker.kubernetes.EventNote;
import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.PlainConfigMap;
import io.stoker.kubernetes.RequestFailure;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One request of a watcher.
 *
 * @param needs the rights that it needs, such as {@code pods get}
 */
record WatcherFeature(String name, Set<String> needs, Feature.Request request) {
  static final String PROOFS = "stoker-watch-proofs";
  private static final String CORE = "/api/v1/namespaces/%s/";
  private static final String SLICES =
      "/apis/discovery.k8s.io/v1/namespaces/%s/endpointslices?labelSelector=kubernetes.io/service-name";

  /** All of them but what is only for those who want it. */
  static List<WatcherFeature> all() {
    return List.of(
        of("listing ConfigMaps", "configmaps list", asking(CORE + "configmaps?limit=100")),
        of("watching ConfigMaps", "configmaps watch", watching(CORE + "configmaps?limit=100")),
        of(
            "comparing contents",
            "configmaps get",
            (client, namespace) ->
                requests(client).texts(new ObjectName(namespace, Watchers.CONFIG), false)),
        of("listing EndpointSlices", "endpointslices list", asking(SLICES)),
        of("watching EndpointSlices", "endpointslices watch", watching(SLICES)),
        of(
            "reading a pod",
            "pods get",
            (client, namespace) -> requests(client).pod(new ObjectName(namespace, Watchers.POD))),
        of(
            "nudging a kubelet",
            "pods patch",
            (client, namespace) -> requests(client).nudge(new ObjectName(namespace, Watchers.POD))),
        of("writing an Event", "events create", WatcherFeature::tell),
        of(
            "reading what was proven",
            "leases get",
            (client, namespace) -> requests(client).proofs(new ObjectName(namespace, PROOFS))),
        new WatcherFeature(
            "keeping what was proven",
            Set.of("leases get", "leases update"),
            (client, namespace) ->
                requests(client).keepProofs(new ObjectName(namespace, PROOFS), "anything")),
        of("creating a Lease", "leases create", WatcherFeature::createLease));
  }

  private static WatcherFeature of(String name, String need, Feature.Request request) {
    return new WatcherFeature(name, Set.of(need), request);
  }

  /** Whether a rule is missing for it; any other failure is one. */
  boolean isForbidden(KubernetesClient client, String namespace) {
    try {
      request.send(client, namespace);
      return false;
    } catch (RequestFailure e) {
      return passed(e.getMessage().startsWith("forbidden; add"), e);
    } catch (KubernetesClientException e) {
      return passed(e.getCode() == Requests.FORBIDDEN, e);
    }
  }

  private static boolean passed(boolean forbidden, RuntimeException failure) {
    if (!forbidden) {
      throw failure;
    }
    return true;
  }

  @Override
  public String toString() {
    return name;
  }

  private static ClusterRequests requests(KubernetesClient client) {
    return new ClusterRequests(() -> client, "stoker-watch-0", InstantSource.system());
  }

  private static Feature.Request asking(String path) {
    return (client, namespace) -> client.raw(path.formatted(namespace));
  }

  /** Ends by itself at once. */
  private static Feature.Request watching(String path) {
    return asking(path.replace("?", "?watch=true&timeoutSeconds=1&"));
  }

  private static void tell(KubernetesClient client, String namespace) {
    var about =
        PlainConfigMap.of(
            new ObjectName(namespace, Watchers.CONFIG), "00000000-0000-0000-0000-000000000000");
    requests(client).event(about, new EventNote("Normal", "ConfigReloaded", "it runs"));
  }

  private static void createLease(KubernetesClient client, String namespace) {
    client.raw(
        "/apis/coordination.k8s.io/v1/namespaces/%s/leases?dryRun=All".formatted(namespace),
        "POST",
        Map.of(
            "apiVersion",
            "coordination.k8s.io/v1",
            "kind",
            "Lease",
            "metadata",
            Map.of("name", "stoker-watch")));
  }
}
