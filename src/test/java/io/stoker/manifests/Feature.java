package io.stoker.manifests;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;

/**
 * What Stoker does by one rule of its Role.
 *
 * @param resource what the rule is about
 * @param requests what Stoker sends
 */
record Feature(String name, String resource, List<Request> requests) {
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  /** By an informer, which lists and watches, and by a GET now and then. */
  static final Feature HEARING_OF_CHANGES =
      new Feature(
          "hearing of changes",
          "configmaps",
          List.of(
              (client, namespace) ->
                  client
                      .configMaps()
                      .inNamespace(namespace)
                      .withField("metadata.name", Sidecar.CONFIG)
                      .list(),
              (client, namespace) ->
                  client
                      .configMaps()
                      .inNamespace(namespace)
                      .withField("metadata.name", Sidecar.CONFIG)
                      .watch(new Deaf())
                      .close(),
              (client, namespace) ->
                  client.configMaps().inNamespace(namespace).withName(Sidecar.CONFIG).get()));

  /** After a look at what the pod mounts. */
  static final Feature NUDGING_THE_KUBELET =
      new Feature(
          "nudging the kubelet",
          "pods",
          List.of(
              (client, namespace) ->
                  client.pods().inNamespace(namespace).withName(Sidecar.POD).get(),
              (client, namespace) ->
                  client
                      .pods()
                      .inNamespace(namespace)
                      .withName(Sidecar.POD)
                      .patch(MERGE, Requests.NUDGE)));

  static final Feature WRITING_EVENTS =
      new Feature(
          "writing events",
          "events",
          List.of(
              (client, namespace) -> client.resource(Sidecar.event(namespace).build()).create()));

  /** One request, in the namespace of the sidecar. */
  interface Request {
    void send(KubernetesClient client, String namespace);
  }

  static List<Feature> all() {
    return List.of(HEARING_OF_CHANGES, NUDGING_THE_KUBELET, WRITING_EVENTS);
  }

  void use(KubernetesClient client, String namespace) {
    requests.forEach(request -> request.send(client, namespace));
  }

  @Override
  public String toString() {
    return name;
  }

  /** Only whether it may watch matters. */
  private static final class Deaf implements Watcher<ConfigMap> {
    @Override
    public void eventReceived(Action action, ConfigMap configMap) {}

    @Override
    public void onClose(WatcherException cause) {}
  }
}
