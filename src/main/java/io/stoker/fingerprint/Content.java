package io.stoker.fingerprint;

import io.stoker.source.WatchedFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One configuration by its digests; holds no contents. Two are equal when their fingerprints are.
 */
public final class Content {
  private final Fingerprint fingerprint;
  private final List<WatchedFile> files;
  private final byte[] digests;
  private final List<String> unreadable;

  /**
   * @param files sorted by name
   * @param digests the SHA-256 of each file, one after the other
   * @param unreadable names and causes of files that could not be read, so whose content nobody can
   *     vouch for
   */
  Content(
      Fingerprint fingerprint, List<WatchedFile> files, byte[] digests, List<String> unreadable) {
    this.fingerprint = fingerprint;
    this.files = files;
    this.digests = digests;
    this.unreadable = unreadable;
  }

  public Fingerprint fingerprint() {
    return fingerprint;
  }

  public int fileCount() {
    return files.size();
  }

  /** Names of all files, sorted. */
  public List<String> names() {
    return files.stream().map(WatchedFile::name).toList();
  }

  public List<String> unreadable() {
    return unreadable;
  }

  /**
   * Whether nobody has written the files in between, not even back and forth: equal content alone
   * does not tell what somebody else has read meanwhile.
   */
  public boolean untouchedSince(Content earlier) {
    return equals(earlier) && files.equals(earlier.files);
  }

  /** Names of files added, changed or removed since an earlier content, sorted. */
  public List<String> changedSince(Content earlier) {
    var changed = new ArrayList<String>();
    int mine = 0;
    int theirs = 0;
    while (mine < files.size() || theirs < earlier.files.size()) {
      int order = order(mine, earlier, theirs);
      if (order != 0 || !sameDigest(mine, earlier, theirs)) {
        changed.add((order <= 0 ? files.get(mine) : earlier.files.get(theirs)).name());
      }
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return changed;
  }

  /** The first place, not before a given one, whose name is not less than this. */
  int indexFrom(int place, String name) {
    int index = place;
    while (index < files.size() && files.get(index).name().compareTo(name) < 0) {
      index++;
    }
    return index;
  }

  /** Whether this file stood there with the same stamp and its content is known. */
  boolean isSame(int place, WatchedFile file) {
    return place < files.size() && files.get(place).equals(file) && isKnown(place);
  }

  /** Whether all files that are there could be read. */
  boolean isComplete() {
    return IntStream.range(0, files.size()).allMatch(this::isKnown);
  }

  byte[] digests() {
    return digests;
  }

  private boolean isKnown(int place) {
    int from = place * Digests.LENGTH;
    return !Arrays.equals(digests, from, from + Digests.LENGTH, Digests.UNKNOWN, 0, Digests.LENGTH);
  }

  private int order(int mine, Content earlier, int theirs) {
    if (mine == files.size()) {
      return 1;
    }
    if (theirs == earlier.files.size()) {
      return -1;
    }
    return files.get(mine).name().compareTo(earlier.files.get(theirs).name());
  }

  private boolean sameDigest(int mine, Content earlier, int theirs) {
    int a = mine * Digests.LENGTH;
    int b = theirs * Digests.LENGTH;
    return Arrays.equals(digests, a, a + Digests.LENGTH, earlier.digests, b, b + Digests.LENGTH);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content content && fingerprint.equals(content.fingerprint);
  }

  @Override
  public int hashCode() {
    return fingerprint.hashCode();
  }

  @Override
  public String toString() {
    return fingerprint + " (" + files.size() + " files)";
  }
}
