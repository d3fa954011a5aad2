package io.stoker.testbed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the packaged Stoker is to be run.
 *
 * @param folder its own folder, for the log
 * @param launcher what stands before Stoker's own command line, to run it as another user say
 * @param arguments without a listen address among them it listens on the loopback interface
 */
public record StokerSetup(
    Path folder,
    int port,
    List<String> launcher,
    List<String> arguments,
    Map<String, String> environment) {
  private static final Optional<Path> EXECUTABLE =
      Optional.ofNullable(System.getProperty("stoker.executable")).map(Path::of);
  private static final String LISTEN = "--listen-address=";
  private static final Path PACKAGED = Path.of("target/quarkus-app/quarkus-run.jar");

  public StokerSetup {
    launcher = List.copyOf(launcher);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** Nothing but a place and a port: what it watches is still to be given by {@link #with}. */
  public static StokerSetup in(Path folder) {
    return new StokerSetup(folder, FreePorts.any(), List.of(), List.of(), Map.of());
  }

  /** The sidecar of this Prometheus: its config file lies in a volume of its own. */
  public static StokerSetup beside(PrometheusProcess prometheus, Path configFile, Path folder) {
    return in(folder)
        .with(
            "--config-file=" + configFile,
            "--watched-dir=" + configFile.getParent(),
            "--reload-url=" + prometheus.reloadUrl());
  }

  public StokerSetup onPort(int other) {
    return new StokerSetup(folder, other, launcher, arguments, environment);
  }

  public StokerSetup with(String... more) {
    var all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return new StokerSetup(folder, port, launcher, all, environment);
  }

  /** Another command than that of the sidecar. */
  public StokerSetup ofCommand(String command) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(arguments);
    return new StokerSetup(folder, port, launcher, all, environment);
  }

  public StokerSetup withEnvironment(String name, String value) {
    var all = new TreeMap<>(environment);
    all.put(name, value);
    return new StokerSetup(folder, port, launcher, arguments, all);
  }

  /**
   * Makes file permissions count for it even where the tests run as root: it keeps the user, who
   * alone can be sure to reach the packaged program and the folders of the tests, but loses the
   * right to pass over permissions.
   */
  public StokerSetup boundByPermissions() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return this;
    }
    return behind(List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search"));
  }

  /** Run by another program, which takes Stoker's command line as its last arguments. */
  public StokerSetup behind(List<String> other) {
    return new StokerSetup(folder, port, other, arguments, environment);
  }

  public StokerProcess start() {
    return new StokerProcess(this);
  }

  /** The native executable, where one is to be run instead of the JVM. */
  public static Optional<Path> executable() {
    return EXECUTABLE;
  }

  private static List<String> onJvm() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(java.toString(), "-jar", PACKAGED.toAbsolutePath().toString());
  }

  /** The whole command line. */
  public List<String> command() {
    var command = new ArrayList<>(launcher);
    command.addAll(EXECUTABLE.map(path -> List.of(path.toString())).orElseGet(StokerSetup::onJvm));
    command.addAll(arguments);
    if (arguments.stream().noneMatch(argument -> argument.startsWith(LISTEN))
        && !environment.containsKey("STOKER_LISTEN_ADDRESS")) {
      command.add(LISTEN + "127.0.0.1:" + port);
    }
    return command;
  }
}
