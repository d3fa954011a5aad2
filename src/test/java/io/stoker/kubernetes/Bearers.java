package io.stoker.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.SilentProxy;

/** Clients of a service account that reach the API server through a proxy. */
final class Bearers {
  private Bearers() {}

  static KubernetesClient behind(SilentProxy proxy, KubernetesApi api, String token) {
    String direct = api.kubeconfig(token);
    int port = api.administrator().getMasterUrl().getPort();
    Config config = Config.fromKubeconfig(direct.replace(":" + port, ":" + proxy.port()));
    config.setRequestRetryBackoffLimit(0);
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
