package io.stoker.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads and writes one Lease; each request throws a {@link KubernetesClientException}. */
final class LeaseRequests {
  /** Three times this is less than the holder has until it must give up. */
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private static final int CONFLICT = 409;

  private final Supplier<KubernetesClient> client;
  private final ObjectName lease;

  LeaseRequests(Supplier<KubernetesClient> client, ObjectName lease) {
    this.client = client;
    this.lease = lease;
  }

  ObjectName lease() {
    return lease;
  }

  /** Empty if there is none. */
  Optional<LeaseObject> read() {
    return api().find(one(), DEADLINE).map(LeaseObject::new);
  }

  /**
   * Writes it.
   *
   * @param created whether it is not in the API yet
   * @return it as it is then; empty if another was faster
   */
  Optional<LeaseObject> write(LeaseObject wanted, boolean created) {
    try {
      var api = api();
      return Optional.of(
          new LeaseObject(
              created
                  ? api.post(all(), wanted.json(), DEADLINE)
                  : api.put(one(), wanted.json(), DEADLINE)));
    } catch (KubernetesClientException e) {
      if (e.getCode() == CONFLICT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private ApiConnection api() {
    return new ApiConnection(client.get());
  }

  private String one() {
    return all() + "/" + lease.name();
  }

  private String all() {
    return "/apis/coordination.k8s.io/v1/namespaces/" + lease.namespace() + "/leases";
  }
}
