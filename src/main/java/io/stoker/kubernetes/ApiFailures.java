package io.stoker.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts the API server's refusals into words, with what to do. */
final class ApiFailures {
  /** The rule of a Role for reading and nudging the own pod. */
  static final String PODS = rule("pods", "get, patch", "");

  /** The rule for Events. */
  static final String EVENTS = rule("events", "create, patch", "");

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private ApiFailures() {}

  /**
   * One sentence of cause and next step.
   *
   * @param rule of a Role that would allow it, as YAML
   */
  static String cause(Throwable failure, String rule) {
    return switch (code(failure)) {
      case FORBIDDEN -> "forbidden; add to the service account's Role: - " + rule;
      case UNAUTHORIZED -> "the API server does not accept the pod's token (401)";
      case 0 -> "the API server does not answer: " + root(failure);
      default -> "the API server answers " + code(failure);
    };
  }

  /** The rule for watching one ConfigMap. */
  static String configMap(String name) {
    return rule("configmaps", "get, list, watch", ", resourceNames: [" + name + "]");
  }

  private static String rule(String resource, String verbs, String names) {
    return "{apiGroups: [\"\"], resources: [%s], verbs: [%s]%s}".formatted(resource, verbs, names);
  }

  private static int code(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(KubernetesClientException.class::isInstance)
        .mapToInt(e -> ((KubernetesClientException) e).getCode())
        .filter(code -> code != 0)
        .findFirst()
        .orElse(0);
  }

  private static String root(Throwable failure) {
    Throwable root =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .reduce((outer, inner) -> inner)
            .orElse(failure);
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
