package io.stoker.fingerprint;

/**
 * The name of a configuration's content: equal fingerprints mean equal names and bytes of all
 * files.
 *
 * @param hex a SHA-256 in 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {

  /** Enough digits to tell configurations apart in a log line. */
  public String abbreviated() {
    return hex.substring(0, Math.min(12, hex.length()));
  }

  @Override
  public String toString() {
    return hex;
  }
}
