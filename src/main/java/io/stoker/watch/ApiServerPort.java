package io.stoker.watch;

import io.stoker.kubernetes.ClusterRequests;
import io.stoker.kubernetes.Complaints;
import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.EventNote;
import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.PodFacts;
import io.stoker.kubernetes.RequestFailure;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The API server; of what fails one line is told, and one when it works again. */
record ApiServerPort(ClusterRequests requests, ObjectName proofsLease, Complaints complaints)
    implements ApiPort {
  private static final String PROOFS_LOST = "a new leader proves all targets anew";

  @Override
  public Optional<PodFacts> pod(ObjectName pod) {
    return ask(
        "read pods in namespace " + pod.namespace(),
        "their kubelets are not nudged, and a Stoker in them is not seen",
        () -> requests.pod(pod));
  }

  @Override
  public boolean nudge(ObjectName pod) {
    return ask(
            "nudge kubelets of pods in namespace " + pod.namespace(),
            "they take their own time",
            () -> {
              requests.nudge(pod);
              return Optional.of(true);
            })
        .isPresent();
  }

  @Override
  public Optional<Map<String, byte[]>> texts(ConfigMapFacts source) {
    return ask(
        "read contents in namespace " + source.name().namespace(),
        "what targets serve is not compared",
        () -> requests.texts(source.name(), source.secret()));
  }

  @Override
  public void event(ConfigMapFacts source, EventNote note) {
    tell(
        "write Events in namespace " + source.name().namespace(),
        "log and status tell the same",
        () -> requests.event(source, note));
  }

  @Override
  public void annotate(ObjectName configMap, String key, String value) {
    tell(
        "annotate ConfigMaps in namespace " + configMap.namespace(),
        "Events and status tell the same",
        () -> requests.annotate(configMap, key, value));
  }

  @Override
  public Optional<String> proofs() {
    return ask("read " + proofsLease, PROOFS_LOST, () -> requests.proofs(proofsLease));
  }

  @Override
  public void keepProofs(String proofs) {
    tell("write " + proofsLease, PROOFS_LOST, () -> requests.keepProofs(proofsLease, proofs));
  }

  private void tell(String what, String meanwhile, Runnable request) {
    ask(
        what,
        meanwhile,
        () -> {
          request.run();
          return Optional.empty();
        });
  }

  private <T> Optional<T> ask(String what, String meanwhile, Supplier<Optional<T>> request) {
    try {
      Optional<T> answer = request.get();
      complaints.worked(what);
      return answer;
    } catch (RequestFailure e) {
      complaints.failed(what, e.getMessage(), meanwhile);
      return Optional.empty();
    }
  }
}
