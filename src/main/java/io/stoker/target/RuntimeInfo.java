package io.stoker.target;

/**
 * A part of {@code /api/v1/status/runtimeinfo}, or as much of it as metrics tell. Compare times
 * only for equality.
 *
 * @param startTime when the process started
 * @param lastConfigTime when the last successful reload ended; by Prometheus cut to whole seconds
 * @param reloadConfigSuccess whether the last reload succeeded
 */
public record RuntimeInfo(String startTime, String lastConfigTime, boolean reloadConfigSuccess) {}
