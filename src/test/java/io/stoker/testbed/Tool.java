package io.stoker.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A foreign program, fetched by {@code src/test/scripts/provide} when this machine lacks it. */
public enum Tool {
  PROMETHEUS_3("prometheus-3"),
  PROMETHEUS_2("prometheus-2"),
  ALERTMANAGER("alertmanager"),
  BLACKBOX_EXPORTER("blackbox-exporter"),
  REDIS("redis"),
  REDIS_EXPORTER("redis-exporter"),
  PROMETHEUS_CONFIG_RELOADER("prometheus-config-reloader"),
  CONFIGMAP_RELOAD("configmap-reload"),
  HADOLINT("hadolint"),
  ETCD("etcd"),
  KUBE_APISERVER("kube-apiserver"),
  KUSTOMIZE("kustomize");

  private static final Pattern VERSION = Pattern.compile("\\b\\d+\\.\\d+\\.\\d+[+~\\w.-]*");
  private static final Map<Tool, Path> FOUND = new ConcurrentHashMap<>();

  private final String name;

  Tool(String name) {
    this.name = name;
  }

  /** The Prometheus which the user names, else the newer of the two that the tests run with. */
  public static Path prometheus() {
    return Optional.ofNullable(System.getenv("STOKER_PROMETHEUS"))
        .filter(named -> !named.isBlank())
        .map(Path::of)
        .orElseGet(PROMETHEUS_3::executable);
  }

  public Path executable() {
    return FOUND.computeIfAbsent(this, Tool::provide);
  }

  /** The version by the program's own word. */
  public static String version(Path executable) {
    var said =
        run(new ProcessBuilder(executable.toString(), "--version").redirectErrorStream(true));
    return VERSION.matcher(said).results().map(MatchResult::group).findFirst().orElse(said);
  }

  private Path provide() {
    var script = Path.of("src/test/scripts/provide").toAbsolutePath();
    var builder = new ProcessBuilder(script.toString(), name);
    return Path.of(run(builder.redirectError(ProcessBuilder.Redirect.INHERIT)).strip());
  }

  /** What a command prints; that it fails is an {@link IllegalStateException}. */
  public static String run(ProcessBuilder builder) {
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(builder.command() + " ended with " + code + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
