package io.stoker.kubernetes;

import java.util.List;

/**
 * An EndpointSlice: some of the addresses behind a Service. A Service has several, and a pod with
 * two address families stands in one of each.
 *
 * @param addressType {@code IPv4}, {@code IPv6} or {@code FQDN}
 */
public record SliceFacts(
    ObjectName name,
    String serviceName,
    String addressType,
    List<Endpoint> endpoints,
    List<Port> ports) {

  public SliceFacts {
    endpoints = List.copyOf(endpoints);
    ports = List.copyOf(ports);
  }

  /**
   * One that serves.
   *
   * @param uid of its pod; empty where it is not a pod, as in a slice that a person wrote
   * @param pod its name; empty as well
   * @param ready not known means ready (discovery.k8s.io/v1); one that terminates is not
   */
  public record Endpoint(String uid, String pod, List<String> addresses, boolean ready) {
    public Endpoint {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * A TCP port that all endpoints of the slice have.
   *
   * @param name empty where the Service has only this one
   * @param appProtocol such as {@code https}; empty where none is given
   */
  public record Port(String name, int number, String appProtocol) {}
}
