package io.stoker.fingerprint;

/** Reads a configuration as it is now; reading twice changes nothing. */
@FunctionalInterface
public interface ConfigReader {

  /** Safe for use by several threads; never throws for what a user can do to files. */
  Reading read();
}
