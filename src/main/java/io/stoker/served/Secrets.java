package io.stoker.served;

/** What Prometheus serves in the place of secrets (common v0.54 and v0.65). */
final class Secrets {
  private static final String MASK = "<secret>";

  private Secrets() {}

  static boolean isMasked(String served) {
    return served.equals(MASK);
  }
}
