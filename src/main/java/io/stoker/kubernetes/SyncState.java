package io.stoker.kubernetes;

import io.stoker.fingerprint.Fingerprint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of ConfigMaps and of the volumes that hold them.
 *
 * @param api the ConfigMaps by name; none that was not heard of yet
 * @param mounted what was last read of each volume
 * @param lag if a volume is behind
 * @param reachable whether the API server answered when it was last asked
 */
record SyncState(
    Map<String, ConfigMapVersion> api,
    Map<ConfigMapVolume, Fingerprint> mounted,
    Optional<Lag> lag,
    RequestBudget budget,
    boolean reachable) {

  static final SyncState NOTHING_KNOWN =
      new SyncState(Map.of(), Map.of(), Optional.empty(), RequestBudget.unspent(), false);

  SyncState hearing(String configMap, ConfigMapVersion version) {
    var all = new HashMap<>(api);
    all.put(configMap, version);
    return new SyncState(Map.copyOf(all), mounted, lag, budget, true);
  }

  SyncState reading(Map<ConfigMapVolume, Fingerprint> read) {
    return new SyncState(api, Map.copyOf(read), lag, budget, reachable);
  }

  SyncState lost() {
    return new SyncState(api, mounted, lag, budget, false);
  }

  SyncState with(Optional<Lag> value) {
    return new SyncState(api, mounted, value, budget, reachable);
  }

  SyncState nudged(Lag value, RequestBudget left) {
    return new SyncState(api, mounted, Optional.of(value), left, reachable);
  }
}
