package io.stoker.target;

import java.util.List;

/**
 * A rule group as Prometheus serves it.
 *
 * @param file the path as Prometheus sees it
 * @param interval in seconds, the default where the file gives none
 */
public record ServedGroup(
    String file, String name, double interval, int limit, List<ServedRule> rules) {}
