package io.stoker.target;

/**
 * A part of {@code /api/v1/status/flags}: how Prometheus was started.
 *
 * @param configFile as it was given, so maybe relative to a folder that only the target knows;
 *     empty where it has no such flag
 * @param autoReload whether it reloads what changes by itself: {@code --config.auto-reload}
 *     (Prometheus ≥ 3.12), {@code --enable-feature=auto-reload-config} (3.0 to 3.11)
 */
public record TargetFlags(String configFile, boolean autoReload) {}
