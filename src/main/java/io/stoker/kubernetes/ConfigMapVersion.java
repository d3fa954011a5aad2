package io.stoker.kubernetes;

import java.util.SortedMap;

/** What is known of a ConfigMap; holds no contents. */
sealed interface ConfigMapVersion {

  /** There is none of this name. */
  record Absent() implements ConfigMapVersion {}

  /**
   * There is one.
   *
   * @param immutable whether the kubelet will never look at it again
   * @param size of all contents, in bytes
   * @param digests the SHA-256 of each key's content
   */
  record Present(Id id, boolean immutable, long size, SortedMap<String, String> digests)
      implements ConfigMapVersion {

    /** This one was written before another version of the same object. */
    boolean isOlderThan(Present other) {
      return id.uid().equals(other.id.uid()) && id.number() < other.id.number();
    }
  }

  /**
   * An object and its version.
   *
   * @param resourceVersion a number that grows (KEP-5504); only a restored backup sets it back
   */
  record Id(String uid, String resourceVersion) {
    private long number() {
      return resourceVersion.matches("\\d{1,18}") ? Long.parseLong(resourceVersion) : 0;
    }
  }
}
