package io.stoker.testbed;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real kube-apiserver with its etcd on the loopback interface, which keep their port and their
 * data through restarts. Rights are those of RBAC; there is no controller and no node.
 */
public final class ApiServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Path SCRIPTS = Path.of("src/test/scripts/cluster.d").toAbsolutePath();

  private final Path folder;
  private final int port;
  private final KubernetesApi api;
  private ChildProcess etcd;
  private ChildProcess server;

  private ApiServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    start();
    this.api = new KubernetesApi(Config.fromKubeconfig(kubeconfig().toFile()));
  }

  /** Started, but perhaps not ready yet: {@link #awaitReady}. */
  public static ApiServer in(Path folder) {
    // here, and not first in the scripts: what is missing is built, and that takes long
    Tool.ETCD.executable();
    Tool.KUBE_APISERVER.executable();
    int port = FreePorts.any();
    run("credentials", folder.toString(), "" + port);
    return new ApiServer(folder, port);
  }

  /** Starts it again after {@link #stop} or {@link #kill}. */
  public void start() {
    etcd = ChildProcess.start(command("etcd", folder.toString()), folder.resolve("etcd.log"));
    server =
        ChildProcess.start(
            command("apiserver", folder.toString(), "" + port), folder.resolve("apiserver.log"));
  }

  public ApiServer awaitReady() {
    await("the API server is ready: " + server.pid())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .failFast("the API server or its etcd has ended", this::requireAlive)
        .until(api::ready);
    return this;
  }

  /** What its administrator may do. */
  public KubernetesApi api() {
    return api;
  }

  /** The administrator's. */
  public Path kubeconfig() {
    return folder.resolve("admin.kubeconfig");
  }

  public int port() {
    return port;
  }

  /**
   * A token of a service account that is accepted for this time, and up to 10 s longer where the
   * server remembers that it was.
   */
  public String token(String namespace, String serviceAccount, Duration accepted) {
    String lasting = api.token(namespace, serviceAccount);
    return SignedToken.like(lasting, Instant.now().plus(accepted), folder);
  }

  /** What tells a client in a pod where the server is and whom to trust. */
  public Map<String, String> environment() {
    return Map.of(
        "KUBERNETES_SERVICE_HOST",
        "127.0.0.1",
        "KUBERNETES_SERVICE_PORT",
        "" + port,
        "KUBERNETES_CERTS_CA_FILE",
        folder.resolve("ca.crt").toString());
  }

  /** The API server's own process, to be held still say. */
  public ChildProcess process() {
    return server;
  }

  /** SIGTERM: it answers what it was asked, ends its watches and goes. */
  public void stop() {
    server.stop();
    etcd.stop();
  }

  public void kill() {
    server.kill();
    etcd.kill();
  }

  @Override
  public void close() {
    api.close();
    kill();
  }

  private void requireAlive() {
    if (!etcd.alive() || !server.alive()) {
      throw new IllegalStateException(etcd.log() + server.log());
    }
  }

  private static List<String> command(String script, String... arguments) {
    var program = Stream.of(SCRIPTS.resolve(script).toString());
    return Stream.concat(program, Arrays.stream(arguments)).toList();
  }

  private static void run(String script, String... arguments) {
    try {
      var log = Files.createTempFile("stoker-" + script, ".log");
      try (var process = ChildProcess.start(command(script, arguments), log)) {
        if (process.awaitExit(PATIENCE) != 0) {
          throw new IllegalStateException(script + ": " + process.log());
        }
      } finally {
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
