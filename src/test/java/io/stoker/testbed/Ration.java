package io.stoker.testbed;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * As long as it is open the API server turns away, with 429, whatever a service account asks for:
 * by API Priority and Fairness, which leaves it no queue and the one seat that nobody can be denied
 * (kube-apiserver 1.34), which is taken. Watches that are open stay.
 */
public final class Ration implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TOO_MANY_REQUESTS = 429;

  private static final String LEVEL =
      """
      apiVersion: flowcontrol.apiserver.k8s.io/v1
      kind: PriorityLevelConfiguration
      metadata: {name: %s}
      spec:
        type: Limited
        limited:
          nominalConcurrencyShares: 0
          lendablePercent: 0
          borrowingLimitPercent: 0
          limitResponse: {type: Reject}
      """;
  private static final String SCHEMA =
      """
      apiVersion: flowcontrol.apiserver.k8s.io/v1
      kind: FlowSchema
      metadata: {name: %1$s}
      spec:
        priorityLevelConfiguration: {name: %1$s}
        matchingPrecedence: 50
        rules:
          - subjects: [{kind: ServiceAccount, serviceAccount: {namespace: %1$s, name: %2$s}}]
            resourceRules:
              - {verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true}
            nonResourceRules: [{verbs: ['*'], nonResourceURLs: ['*']}]
      """;

  private final KubernetesApi api;
  private final String namespace;
  private final String account;
  private final TakenSeat seat;

  private Ration(KubernetesApi api, String namespace, String account) {
    this.api = api;
    this.namespace = namespace;
    this.account = account;
    api.administrator().resource(LEVEL.formatted(namespace)).create();
    api.administrator().resource(SCHEMA.formatted(namespace, account)).create();
    this.seat = new TakenSeat(api.administrator(), api.token(namespace, account));
  }

  /** In force when this returns. */
  public static Ration of(KubernetesApi api, String namespace, String account) {
    var ration = new Ration(api, namespace, account);
    ration.until("requests are turned away", true);
    return ration;
  }

  /** Requests that were turned away so far. */
  public int rejected() {
    return (int)
        new MetricText(api.administrator().raw("/metrics"))
            .sum(
                "apiserver_flowcontrol_rejected_requests_total",
                "flow_schema=\"" + namespace + "\"");
  }

  /** From now on requests are answered again. */
  @Override
  public void close() {
    seat.close();
    api.administrator().resource(SCHEMA.formatted(namespace, account)).delete();
    api.administrator().resource(LEVEL.formatted(namespace)).delete();
    until("requests are answered", false);
  }

  private void until(String what, boolean turnedAway) {
    try (KubernetesClient bearer = api.bearer(api.token(namespace, account))) {
      Awaitility.await(what).atMost(PATIENCE).until(() -> isTurnedAway(bearer) == turnedAway);
    }
  }

  private static boolean isTurnedAway(KubernetesClient bearer) {
    try {
      bearer.raw("/version");
      return false;
    } catch (KubernetesClientException e) {
      return e.getCode() == TOO_MANY_REQUESTS;
    }
  }
}
