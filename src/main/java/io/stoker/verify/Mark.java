package io.stoker.verify;

/** Tells contents apart by half of a SHA-256, in a quarter of the memory that its digits take. */
record Mark(long high, long low) {

  /**
   * Of a digest.
   *
   * @param hex in at least 32 hexadecimal digits
   */
  static Mark of(String hex) {
    return new Mark(
        Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
  }
}
