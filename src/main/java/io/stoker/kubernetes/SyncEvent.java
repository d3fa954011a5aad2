package io.stoker.kubernetes;

import io.stoker.fingerprint.Fingerprint;
import java.util.Map;

/** What can happen to the comparison of volumes with the API server. */
sealed interface SyncEvent {

  /** The API server told of a ConfigMap. */
  record Heard(String configMap, ConfigMapVersion version) implements SyncEvent {}

  /** The volumes were read. */
  record Read(Map<ConfigMapVolume, Fingerprint> mounted) implements SyncEvent {}

  /** The API server could not be asked. */
  record Lost() implements SyncEvent {}

  /** A moment came that was waited for. */
  record AlarmRang() implements SyncEvent {}
}
