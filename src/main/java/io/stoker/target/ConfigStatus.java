package io.stoker.target;

/**
 * What a target's metrics say of its configuration. Compare times only for equality: they come from
 * another clock.
 *
 * @param successful whether the last reload succeeded, {@code
 *     prometheus_config_last_reload_successful}
 * @param successTime when the last successful one ended, {@code
 *     …_last_reload_success_timestamp_seconds}
 * @param processStart {@code process_start_time_seconds}; another one means a restart
 */
public record ConfigStatus(boolean successful, double successTime, double processStart) {}
