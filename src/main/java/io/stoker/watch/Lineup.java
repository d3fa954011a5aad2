package io.stoker.watch;

import io.stoker.kubernetes.SliceFacts;
import io.stoker.kubernetes.SliceFacts.Endpoint;
import io.stoker.kubernetes.SliceFacts.Port;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ready pods behind a Service, by name.
 *
 * @param problem why there are none, where a person has to act
 */
record Lineup(List<Instance> instances, Optional<String> problem) {
  private static final List<String> USUAL_PORTS =
      List.of("web", "http-web", "http", "https-web", "https");

  private static final String HTTPS = "https";

  /** A pod that stands in a slice of each address family is taken once, by IPv4 if it has one. */
  static Lineup of(Collection<SliceFacts> slices, ReloadWish wish) {
    var instances = new ArrayList<Instance>();
    var problems = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (SliceFacts slice : sorted(slices)) {
      Optional<Port> port = port(slice.ports(), wish);
      if (port.isEmpty()) {
        problems.add(unclear(slice, wish));
        continue;
      }
      slice.endpoints().stream()
          .filter(endpoint -> endpoint.ready() && !endpoint.addresses().isEmpty())
          .map(endpoint -> instance(endpoint, port.get(), wish))
          .filter(instance -> seen.add(instance.uid()))
          .forEach(instances::add);
    }
    instances.sort(Comparator.comparing(Instance::pod).thenComparing(Instance::uid));
    return new Lineup(List.copyOf(instances), problems.stream().findFirst());
  }

  private static List<SliceFacts> sorted(Collection<SliceFacts> slices) {
    return slices.stream()
        .filter(slice -> !slice.endpoints().isEmpty())
        .sorted(
            Comparator.comparing(SliceFacts::addressType)
                .thenComparing(slice -> slice.name().toString()))
        .toList();
  }

  /** A name that people usually give it, or the only one. */
  private static Optional<Port> port(List<Port> ports, ReloadWish wish) {
    if (wish.port().isPresent()) {
      String wanted = wish.port().get();
      Optional<Port> named =
          ports.stream()
              .filter(p -> p.name().equals(wanted) || String.valueOf(p.number()).equals(wanted))
              .findFirst();
      // a pod may listen where its Service does not lead
      return wanted.matches("[0-9]+")
          ? named.or(() -> Optional.of(new Port("", Integer.parseInt(wanted), "")))
          : named;
    }
    Stream<Port> usual =
        USUAL_PORTS.stream().flatMap(name -> ports.stream().filter(p -> p.name().equals(name)));
    return ports.size() == 1 ? Optional.of(ports.getFirst()) : usual.findFirst();
  }

  private static String unclear(SliceFacts slice, ReloadWish wish) {
    String ports =
        slice.ports().stream()
            .map(port -> port.name().isEmpty() ? String.valueOf(port.number()) : port.name())
            .collect(Collectors.joining(", "));
    return wish.port()
        .map(
            wanted ->
                "Service %s has no port %s, but %s".formatted(slice.serviceName(), wanted, ports))
        .orElseGet(
            () ->
                "Service %s has the ports %s; say by the annotation stoker.io/port which one takes reloads"
                    .formatted(slice.serviceName(), ports));
  }

  private static Instance instance(Endpoint endpoint, Port port, ReloadWish wish) {
    String address = endpoint.addresses().getFirst();
    String host = address.contains(":") ? "[" + address + "]" : address;
    String scheme = wish.scheme().orElseGet(() -> scheme(port));
    String path = wish.path().orElseGet(() -> wish.profile().reloadPath());
    return new Instance(
        endpoint.uid().isEmpty() ? host : endpoint.uid(),
        endpoint.pod().isEmpty() ? host : endpoint.pod(),
        URI.create(scheme + "://" + host + ":" + port.number() + path).toString());
  }

  private static String scheme(Port port) {
    boolean tls = port.appProtocol().equals(HTTPS) || port.name().startsWith(HTTPS);
    return tls ? HTTPS : "http";
  }
}
