package io.stoker.kubernetes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The kinds whose objects are watched in whole namespaces. */
enum WatchedKind {
  CONFIG_MAPS("ConfigMaps", "/api/v1", "configmaps", ""),

  /** Without tokens, and releases of Helm, of which there are many and none is a configuration. */
  SECRETS(
      "Secrets",
      "/api/v1",
      "secrets",
      "&fieldSelector=type!%3Dkubernetes.io/service-account-token,type!%3Dhelm.sh/release.v1"),

  /** Only those of Services. */
  SLICES(
      "EndpointSlices",
      "/apis/discovery.k8s.io/v1",
      "endpointslices",
      "&labelSelector=" + SliceReader.SERVICE);

  private final String words;
  private final String group;
  private final String resource;
  private final String selector;

  WatchedKind(String words, String group, String resource, String selector) {
    this.words = words;
    this.group = group;
    this.resource = resource;
    this.selector = selector;
  }

  /** How people call them. */
  String words() {
    return words;
  }

  /** The rule that lets anybody watch them. */
  String rule() {
    return this == SLICES ? ApiFailures.SLICES : ApiFailures.rule(resource, "get, list, watch");
  }

  /**
   * Where they are at the API server.
   *
   * @param namespace empty for all
   */
  String path(String namespace) {
    String scope = namespace.isEmpty() ? "" : "/namespaces/" + encoded(namespace);
    return group + scope + "/" + resource;
  }

  /**
   * Which of them are told, as a part of a query.
   *
   * @param labels what those must have that people write
   */
  String selector(String labels) {
    return this == SLICES || labels.isEmpty()
        ? selector
        : selector + "&labelSelector=" + encoded(labels);
  }

  /** A text as a part of an address. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
