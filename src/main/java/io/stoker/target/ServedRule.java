package io.stoker.target;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * A rule as Prometheus serves it.
 *
 * @param query in Prometheus' own spelling
 * @param seconds that an alert waits before it fires; absent for a recording rule
 * @param labels with those of its group
 */
public record ServedRule(
    String name,
    String query,
    OptionalDouble seconds,
    Map<String, String> labels,
    Map<String, String> annotations) {}
