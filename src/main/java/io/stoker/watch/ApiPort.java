package io.stoker.watch;

import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.EventNote;
import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.PodFacts;
import java.util.Map;
import java.util.Optional;

/** What the watcher asks of the API server. Each blocks up to a deadline; none throws. */
interface ApiPort {

  /** A pod; empty where there is none, or it must not be read. */
  Optional<PodFacts> pod(ObjectName pod);

  /** Makes a pod's kubelet look at its volumes now; whether that was allowed. */
  boolean nudge(ObjectName pod);

  /** All that a ConfigMap or Secret holds, by its keys; empty where it cannot be read. */
  Optional<Map<String, byte[]>> texts(ConfigMapFacts source);

  /** Writes an Event on a ConfigMap or Secret. */
  void event(ConfigMapFacts source, EventNote note);

  /** Sets one annotation of a ConfigMap. */
  void annotate(ObjectName configMap, String key, String value);

  /** What {@link #keepProofs} kept last, by whichever replica; empty where nothing was. */
  Optional<String> proofs();

  /** Keeps the proofs for the next leader. */
  void keepProofs(String proofs);
}
