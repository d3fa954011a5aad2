package io.stoker.watch;

import io.stoker.kubernetes.ObjectName;
import io.stoker.target.TargetProfile;
import java.net.URI;
import java.util.Comparator;
import java.util.Optional;

/**
 * A target to be looked after: one pod behind a Service.
 *
 * @param service its name
 * @param asked the server name that somebody asked for
 */
record TargetSpec(
    ObjectName service, Instance instance, TargetProfile profile, Optional<String> asked)
    implements Comparable<TargetSpec> {
  private static final Comparator<TargetSpec> ORDER =
      Comparator.comparing(TargetSpec::name)
          .thenComparing(spec -> spec.instance().uid())
          .thenComparing(spec -> spec.instance().reload())
          .thenComparing(TargetSpec::profile)
          .thenComparing(TargetSpec::serverName);

  /** By pod, which is the order in which they are reloaded. */
  @Override
  public int compareTo(TargetSpec other) {
    return ORDER.compare(this, other);
  }

  /** As people see it, such as {@code monitoring/prometheus/prometheus-0}. */
  String name() {
    return service + "/" + instance.pod();
  }

  /** What its certificate has to name, where there is one: most name the Service they are for. */
  String serverName() {
    return asked.orElseGet(() -> service.name() + "." + service.namespace() + ".svc");
  }

  /** Another port of the same pod. */
  URI at(int port) {
    return URI.create("http://" + URI.create(instance.reload()).getHost() + ":" + port);
  }

  ObjectName pod() {
    return new ObjectName(service.namespace(), instance.pod());
  }
}
