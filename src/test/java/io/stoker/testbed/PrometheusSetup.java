package io.stoker.testbed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a Prometheus is to be run.
 *
 * @param folder its own folder, for data and log
 * @param flags beyond those for config, data and address
 */
public record PrometheusSetup(
    Path executable, Path folder, Path configFile, int port, List<String> flags) {
  private static final String LIFECYCLE = "--web.enable-lifecycle";
  private static final String ROUTE_PREFIX = "--web.route-prefix=";

  public PrometheusSetup {
    flags = List.copyOf(flags);
  }

  public static PrometheusSetup of(Path executable, Path folder, Path configFile) {
    return new PrometheusSetup(executable, folder, configFile, FreePorts.any(), List.of(LIFECYCLE));
  }

  public PrometheusSetup onPort(int other) {
    return new PrometheusSetup(executable, folder, configFile, other, flags);
  }

  public PrometheusSetup withConfig(Path other) {
    return new PrometheusSetup(executable, folder, other, port, flags);
  }

  public PrometheusSetup with(String... more) {
    var all = new ArrayList<>(flags);
    all.addAll(List.of(more));
    return new PrometheusSetup(executable, folder, configFile, port, all);
  }

  public PrometheusSetup withoutLifecycle() {
    var others = flags.stream().filter(flag -> !flag.equals(LIFECYCLE)).toList();
    return new PrometheusSetup(executable, folder, configFile, port, others);
  }

  /** Served below this path, such as {@code /prom}. */
  public PrometheusSetup withRoutePrefix(String path) {
    return with(ROUTE_PREFIX + path);
  }

  public PrometheusProcess start() {
    return new PrometheusProcess(this);
  }

  String url() {
    var prefix = flags.stream().filter(flag -> flag.startsWith(ROUTE_PREFIX)).findAny();
    return "http://127.0.0.1:"
        + port
        + prefix.map(flag -> flag.substring(ROUTE_PREFIX.length())).orElse("");
  }

  List<String> command() {
    var command = new ArrayList<String>();
    command.add(executable.toString());
    command.add("--config.file=" + configFile);
    command.add("--storage.tsdb.path=" + folder.resolve("data"));
    command.add("--web.listen-address=127.0.0.1:" + port);
    command.addAll(flags);
    return command;
  }
}
