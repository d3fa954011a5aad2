package io.stoker.kubernetes;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the API server's refusals into words, with what to do. */
final class ApiFailures {
  /** The rule of a Role for reading and nudging the own pod. */
  static final String PODS = rule("pods", "get, patch", "");

  /** The rule for Events. */
  static final String EVENTS = rule("events", "create", "");

  /** The rule for hearing of the pods behind Services. */
  static final String SLICES = rule("discovery.k8s.io", "endpointslices", "list, watch", "");

  /** The rule for electing a leader. */
  static final String LEASES = rule("coordination.k8s.io", "leases", "get, create, update", "");

  private static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;

  /** Such as for a label selector. */
  private static final int BAD_REQUEST = 400;

  /** Of an admission policy that gives no reason of its own; it has a sentence to say, though. */
  private static final int UNPROCESSABLE = 422;

  /** Of API Priority and Fairness, or of a server that is overloaded. */
  private static final int TOO_MANY_REQUESTS = 429;

  private ApiFailures() {}

  /**
   * One sentence of cause and next step.
   *
   * @param rule of a Role that would allow it, as YAML
   */
  static String cause(Throwable failure, String rule) {
    return answer(failure)
        .map(refused -> refusal(refused, rule))
        .orElseGet(() -> "the API server does not answer: " + root(failure));
  }

  private static String refusal(KubernetesClientException refused, String rule) {
    return switch (refused.getCode()) {
      case FORBIDDEN -> "forbidden; add to the service account's Role: - " + rule;
      case UNAUTHORIZED ->
          "the API server does not accept the pod's token (401); it has expired and the kubelet has not brought another one yet, or its service account was deleted, in which case the pod has to be created anew";
      case BAD_REQUEST, UNPROCESSABLE -> "the API server refuses it: " + said(refused);
      case TOO_MANY_REQUESTS ->
          "the API server turns requests away (429), since it is busy or its API Priority and Fairness leaves this service account no room; they are sent again later; if it stays so, see kubectl get flowschemas";
      default -> "the API server answers " + refused.getCode();
    };
  }

  private static String said(KubernetesClientException refused) {
    return Optional.ofNullable(refused.getStatus())
        .map(Status::getMessage)
        .orElseGet(() -> String.valueOf(refused.getCode()));
  }

  /** The rule for watching one ConfigMap. */
  static String configMap(String name) {
    return rule("configmaps", "get, list, watch", ", resourceNames: [" + name + "]");
  }

  /** The rule for these verbs on all of a kind. */
  static String rule(String resource, String verbs) {
    return rule(resource, verbs, "");
  }

  private static String rule(String resource, String verbs, String names) {
    return rule("", resource, verbs, names);
  }

  private static String rule(String group, String resource, String verbs, String names) {
    return "{apiGroups: [\"%s\"], resources: [%s], verbs: [%s]%s}"
        .formatted(group, resource, verbs, names);
  }

  /** What the API server answered; 0 if it did not. */
  static int code(Throwable failure) {
    return answer(failure).map(KubernetesClientException::getCode).orElse(0);
  }

  private static Optional<KubernetesClientException> answer(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(KubernetesClientException.class::isInstance)
        .map(KubernetesClientException.class::cast)
        .filter(refused -> refused.getCode() > 0)
        .findFirst();
  }

  private static String root(Throwable failure) {
    Throwable root =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .reduce((outer, inner) -> inner)
            .orElse(failure);
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
