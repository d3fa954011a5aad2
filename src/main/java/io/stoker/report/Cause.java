package io.stoker.report;

import java.util.Locale;

/** Why a cycle ended as it did, as a closed set for metrics and alerts; the reason has the rest. */
public enum Cause {
  /** The outcome says it all. */
  NONE,
  /** The target found a fault in its main file. */
  MAIN_FILE,
  /** A rule file has a fault. */
  RULE_FILE,
  /** The main file was read, but something it names could not be applied; mostly a rule file. */
  APPLYING,
  /** The target refuses every reload. */
  LIFECYCLE_OFF,
  /** Credentials are missing or wrong. */
  CREDENTIALS,
  /** There is no reload endpoint at this path. */
  WRONG_PREFIX,
  /** The port speaks TLS. */
  PLAIN_HTTP,
  /** What answers is no reload endpoint. */
  NO_ENDPOINT,
  /** The other side is not who it should be. */
  UNTRUSTED,
  /** No connection. */
  NOT_CONNECTED,
  /** The connection broke. */
  BROKEN,
  /** No answer in time. */
  LATE,
  /** It is there but cannot answer now, such as a proxy without its server. */
  UNAVAILABLE,
  /** It answered, but not with what was asked for. */
  NO_ACCOUNT;

  /** The word as people see it, such as {@code main-file}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
