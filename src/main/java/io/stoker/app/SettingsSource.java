package io.stoker.app;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Where a flag's value may come from: the command line, system properties, the environment,
 * configuration files.
 */
final class SettingsSource {
  private static final int ABOVE_ALL = 1000;

  private SettingsSource() {}

  /**
   * The configuration as Quarkus will see it when the command line is made part of it.
   *
   * @param commandLine configuration keys and values
   */
  static SmallRyeConfig config(Map<String, String> commandLine) {
    return ConfigUtils.configBuilder()
        .withSources(new PropertiesConfigSource(commandLine, "command line", ABOVE_ALL))
        .build();
  }

  /**
   * Looks flags up in a configuration; the values of one that may be repeated are separated by
   * commas there.
   */
  static Function<Option, List<String>> of(Config config) {
    return flag ->
        flag.repeatable()
            ? config.getOptionalValues(flag.key(), String.class).orElse(List.of())
            : config.getOptionalValue(flag.key(), String.class).map(List::of).orElse(List.of());
  }

  /** The flags of a command line as configuration. */
  static Map<String, String> keys(Map<? extends Option, List<String>> flags) {
    return flags.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().key(), e -> literally(e.getKey(), e.getValue())));
  }

  /** Configuration values are split at commas where there may be several, and expand {@code $}. */
  private static String literally(Option flag, List<String> values) {
    return values.stream()
        .map(value -> flag.repeatable() ? value.replace("\\", "\\\\").replace(",", "\\,") : value)
        .map(value -> value.replace("$", "$$"))
        .collect(Collectors.joining(","));
  }
}
