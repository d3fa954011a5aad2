package io.stoker.testbed;

import io.fabric8.kubernetes.client.Config;

/** The file by which programs are told of a cluster. */
final class Kubeconfig {
  private Kubeconfig() {}

  static String text(Config config, String token) {
    return """
        apiVersion: v1
        kind: Config
        clusters: [{name: it, cluster: {server: "%s", certificate-authority-data: %s}}]
        users: [{name: it, user: {token: %s}}]
        contexts: [{name: it, context: {cluster: it, user: it}}]
        current-context: it
        """
        .formatted(config.getMasterUrl(), config.getCaCertData(), token);
  }
}
