package io.stoker.app;

import io.stoker.kubernetes.ClusterWatch;
import io.stoker.watch.WatchPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the user of {@code stoker watch} asked for, checked.
 *
 * @param lease its name; empty for a single replica without one
 */
record WatchSettings(
    Scope scope,
    WatchPolicy policy,
    Optional<String> lease,
    Optional<ListenAddress> listenAddress,
    Settings.Logging logging)
    implements Mode {

  /**
   * Where to look.
   *
   * @param namespaces empty for the own one
   * @param all whether to look in all namespaces instead
   * @param labels a label selector for ConfigMaps and Secrets; empty for all of them
   */
  record Scope(List<String> namespaces, boolean all, String labels, boolean secrets) {

    /** Where the Lease is: the own namespace, or the first that is watched. */
    String home(Optional<String> own) {
      return own.or(() -> namespaces.stream().findFirst())
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "neither POD_NAMESPACE nor a service account tells the own namespace; give --namespaces, or run it in a pod"));
    }

    /** As the API server is asked. */
    ClusterWatch.Scope in(String ownNamespace) {
      List<String> chosen = namespaces.isEmpty() ? List.of(ownNamespace) : namespaces;
      return new ClusterWatch.Scope(all ? List.of() : chosen, labels, secrets);
    }
  }

  @Override
  public Duration tick() {
    return policy.tick();
  }
}
