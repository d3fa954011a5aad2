package io.stoker.watch;

import io.stoker.kubernetes.ObjectName;
import io.stoker.target.TargetProfile;
import java.net.URI;

/**
 * A target to be looked after: one pod behind a Service.
 *
 * @param service its name
 */
record TargetSpec(ObjectName service, Instance instance, TargetProfile profile) {

  /** As people see it, such as {@code monitoring/prometheus/prometheus-0}. */
  String name() {
    return service + "/" + instance.pod();
  }

  /** Another port of the same pod. */
  URI at(int port) {
    return URI.create("http://" + instance.reload().getHost() + ":" + port);
  }

  ObjectName pod() {
    return new ObjectName(service.namespace(), instance.pod());
  }
}
