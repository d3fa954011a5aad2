package io.stoker.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something that is set up so that reloads cannot be relied upon, whether or not the last one was
 * proven.
 *
 * @param about the target's name, or the file, folder, ConfigMap or container it is found in
 * @param cause what is amiss, in one sentence
 * @param fix what a person should do, in one sentence
 */
public record Diagnosis(Code code, String about, String cause, String fix) {

  /** The closed set of diagnoses. */
  public enum Code {
    /** Prometheus looks for changes itself and reloads them, too. */
    AUTO_RELOAD_ON,
    /** The target refuses every reload. */
    LIFECYCLE_OFF,
    /** There is no reload endpoint at the path that is asked. */
    WRONG_PREFIX,
    /** The target wants other credentials, or some. */
    WRONG_CREDENTIALS,
    /** The target's port speaks TLS. */
    PLAIN_HTTP_TO_TLS,
    /** What answers is no reload endpoint. */
    NO_RELOAD_ENDPOINT,
    /** Prometheus reads another main file than the one that is watched. */
    OTHER_CONFIG_FILE,
    /** What Prometheus serves is not what the watched main file holds. */
    READS_ANOTHER_FILE,
    /** Prometheus serves a configuration that it refused, and runs parts of the one before. */
    HALF_APPLIED,
    /** Prometheus has other rules than a changed rule file holds. */
    RULES_UNCHANGED,
    /** A mount that the kubelet never updates. */
    SUB_PATH,
    /** A ConfigMap whose volume the kubelet never updates. */
    IMMUTABLE_CONFIG_MAP,
    /** A ConfigMap that can hardly grow any more. */
    NEAR_SIZE_LIMIT,
    /** A main file without content. */
    EMPTY_FILE,
    /** A main file that was written only in part. */
    TRUNCATED_FILE,
    /** The kubelet has not brought for minutes what the API server holds. */
    STALE_FILE,
    /** A kept copy of the main file would read live rule files. */
    ABSOLUTE_RULE_FILES,
    /** Stoker cannot write where it was told to. */
    UNWRITABLE_OUTPUT;

    /** The word as people see it, such as {@code lifecycle-off}. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether both name the same fault, though it may have got other words. */
  boolean isSame(Diagnosis other) {
    return code == other.code && about.equals(other.about);
  }
}
