package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What tests ask of an API server, the project's own or one that was given to them. */
public final class KubernetesApi implements AutoCloseable {
  private final Config config;
  private final KubernetesClient administrator;
  private final List<String> namespaces = new CopyOnWriteArrayList<>();

  KubernetesApi(Config config) {
    this.config = config;
    config.setRequestRetryBackoffLimit(0); // a test wants to see what happens, not to wait for it
    this.administrator = client(config);
  }

  /** That of the cluster which the user names in {@code STOKER_KUBECONFIG}. */
  public static Optional<KubernetesApi> given() {
    return Optional.ofNullable(System.getenv("STOKER_KUBECONFIG"))
        .filter(named -> !named.isBlank())
        .map(Path::of)
        .map(path -> new KubernetesApi(Config.fromKubeconfig(path.toFile())));
  }

  public KubernetesClient administrator() {
    return administrator;
  }

  /** A new namespace, with what a controller puts into each and pods need. */
  public String namespace() {
    var namespace =
        new NamespaceBuilder().withNewMetadata().withGenerateName("stoker-").endMetadata().build();
    var name = administrator.resource(namespace).create().getMetadata().getName();
    namespaces.add(name);
    createServiceAccount(name, "default");
    create(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(name)
            .withName("kube-root-ca.crt")
            .endMetadata()
            .withData(Map.of("ca.crt", certificateAuthority()))
            .build());
    return name;
  }

  /** A service account which may do nothing in its namespace but what these rules allow. */
  public void serviceAccount(String namespace, String name, PolicyRule... rules) {
    createServiceAccount(namespace, name);
    create(Rights.role(namespace, name, rules));
    create(Rights.bound(namespace, name, namespace));
  }

  /** From now on the service account may do what these rules allow, and no more. */
  public void allow(String namespace, String name, PolicyRule... rules) {
    administrator.resource(Rights.role(namespace, name, rules)).update();
  }

  /** Makes the service account another of the same name and rights, so that no old token counts. */
  public void invalidateTokens(String namespace, String name) {
    administrator.serviceAccounts().inNamespace(namespace).withName(name).delete();
    createServiceAccount(namespace, name);
  }

  /** A token as a pod of this service account would have it mounted. */
  public String token(String namespace, String serviceAccount) {
    return administrator
        .serviceAccounts()
        .inNamespace(namespace)
        .withName(serviceAccount)
        .tokenRequest(new TokenRequest())
        .getStatus()
        .getToken();
  }

  /** The API as the bearer of this token sees it. */
  public KubernetesClient bearer(String token) {
    return client(
        new ConfigBuilder(Config.empty())
            .withMasterUrl(config.getMasterUrl())
            .withCaCertData(config.getCaCertData())
            .withCaCertFile(config.getCaCertFile())
            .withOauthToken(token)
            .withRequestRetryBackoffLimit(0)
            .build());
  }

  /** What a client needs to know to be the bearer of this token. */
  public String kubeconfig(String token) {
    return Kubeconfig.text(config, token);
  }

  /** A node to bind pods to, since there may be no scheduler. */
  public String node() {
    return administrator.nodes().list().getItems().getFirst().getMetadata().getName();
  }

  /**
   * What tells a client in a pod of the host's network where the API server is. Nothing, unless
   * nobody routes to the address by which pods know it.
   */
  public List<EnvVar> environment() {
    var routed =
        administrator
            .discovery()
            .v1()
            .endpointSlices()
            .inNamespace("default")
            .withLabel("kubernetes.io/service-name", "kubernetes")
            .list()
            .getItems();
    var url = URI.create(config.getMasterUrl());
    return routed.isEmpty()
        ? List.of(
            new EnvVar("KUBERNETES_SERVICE_HOST", url.getHost(), null),
            new EnvVar("KUBERNETES_SERVICE_PORT", "" + url.getPort(), null))
        : List.of();
  }

  boolean ready() {
    try {
      return "ok".equals(administrator.raw("/readyz"));
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  /** Removes what was created, and closes. */
  void leaveAsFound() {
    namespaces.forEach(name -> administrator.namespaces().withName(name).delete());
    close();
  }

  @Override
  public void close() {
    administrator.close();
  }

  private void createServiceAccount(String namespace, String name) {
    create(
        new ServiceAccountBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .endMetadata()
            .build());
  }

  private String certificateAuthority() {
    return new String(
        Base64.getDecoder().decode(config.getCaCertData()), StandardCharsets.US_ASCII);
  }

  /** Does not mind if a controller of the cluster was faster. */
  private void create(HasMetadata resource) {
    try {
      administrator.resource(resource).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw e;
      }
    }
  }

  private static KubernetesClient client(Config config) {
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
