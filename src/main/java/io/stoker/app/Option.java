package io.stoker.app;

import java.util.Locale;

/** A flag of one of the commands: known to command line, environment and configuration. */
interface Option {

  /** The name of the constant, such as {@code CONFIG_FILE}. */
  String name();

  /** Empty where there is none. */
  String defaultValue();

  String meaning();

  /** Whether it may be given more than once. */
  boolean repeatable();

  /** Whether the flag alone, without a value, says yes. */
  boolean isSwitch();

  /** As on the command line, such as {@code --config-file}. */
  default String option() {
    return "--" + word();
  }

  /** As a configuration key, such as {@code stoker.config-file}. */
  default String key() {
    return "stoker." + word();
  }

  /** As an environment variable, such as {@code STOKER_CONFIG_FILE}. */
  default String variable() {
    return "STOKER_" + name();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
