package io.stoker.kubernetes;

import static io.stoker.kubernetes.WatchedKind.encoded;

/**
 * What one watch is about.
 *
 * @param namespace empty for all
 * @param labels a label selector for what people write; empty for all of it
 */
record WatchedObjects(WatchedKind kind, String namespace, String labels) {

  /**
   * Where a page of them is.
   *
   * @param next from the page before; empty for the first
   */
  String page(int limit, String next) {
    return kind.path(namespace)
        + "?limit="
        + limit
        + kind.selector(labels)
        + "&continue="
        + encoded(next);
  }

  /** Where to hear what became of them since. */
  String watch(String resourceVersion) {
    return kind.path(namespace)
        + "?watch=true&allowWatchBookmarks=true"
        + kind.selector(labels)
        + "&resourceVersion="
        + encoded(resourceVersion);
  }

  /** How people call them. */
  String words() {
    return kind.words() + (namespace.isEmpty() ? "" : " in namespace " + namespace);
  }
}
