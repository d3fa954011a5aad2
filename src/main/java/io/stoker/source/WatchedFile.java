package io.stoker.source;

/**
 * One file that a target may read.
 *
 * @param name the path a container sees, so without the kubelet's {@code ..2026_…} folders; files
 *     of a snapshot are sorted by it
 * @param stamp tells without reading whether the content may have changed
 */
public record WatchedFile(String name, FileStamp stamp) {}
