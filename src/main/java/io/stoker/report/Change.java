package io.stoker.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The content of a cycle.
 *
 * @param fingerprint empty when nothing could be read
 * @param files how many files it has
 * @param changedFiles names of those changed since the content before, at most {@link #MOST_NAMES}
 * @param changed how many changed
 */
public record Change(
    String fingerprint,
    int files,
    List<String> changedFiles,
    @JsonProperty("changedFileCount") int changed) {
  private static final int MOST_NAMES = 20;

  /** No content at all. */
  public static final Change NONE = new Change("", 0, List.of(), 0);

  /** The content with this fingerprint. */
  public static Change to(String fingerprint, int files, List<String> changed) {
    return new Change(
        fingerprint, files, changed.stream().limit(MOST_NAMES).toList(), changed.size());
  }
}
