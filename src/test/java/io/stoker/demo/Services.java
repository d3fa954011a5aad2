package io.stoker.demo;

import io.stoker.testbed.ChildProcess;
import io.stoker.testbed.FreePorts;
import io.stoker.testbed.Tool;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tutorial has scraped: Traefik or its stand-in, and Redis with its exporter. */
final class Services {
  record Service(String name, String address, ChildProcess process) {}

  private final Path folder;
  private final List<Service> running = new ArrayList<>();

  Services(Path folder) {
    this.folder = folder;
  }

  List<Service> running() {
    return List.copyOf(running);
  }

  Service traefik() {
    int port = FreePorts.preferring(8080);
    var command = onPath("traefik").map(traefik -> traefik(traefik, port));
    return start(
        command.isPresent() ? "traefik" : "traefik-stand-in",
        port,
        command.orElseGet(() -> standIn(port)));
  }

  Service redis() {
    int port = FreePorts.preferring(6379);
    var redis = Tool.REDIS.executable().toString();
    return start(
        "redis-server",
        port,
        List.of(
            redis,
            "--bind",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--save",
            "",
            "--dir",
            folder.toString()));
  }

  Service redisExporter(Service redis) {
    int port = FreePorts.preferring(9121);
    return start(
        "redis_exporter",
        port,
        List.of(
            Tool.REDIS_EXPORTER.executable().toString(),
            "--redis.addr=redis://" + redis.address(),
            "--web.listen-address=127.0.0.1:" + port));
  }

  private Service start(String name, int port, List<String> command) {
    var process = ChildProcess.start(command, folder.resolve(name + ".log"));
    var service = new Service(name, "127.0.0.1:" + port, process);
    running.add(service);
    return service;
  }

  private static List<String> traefik(Path executable, int port) {
    return List.of(
        executable.toString(),
        "--metrics.prometheus=true",
        "--metrics.prometheus.entryPoint=metrics",
        "--entryPoints.metrics.address=127.0.0.1:" + port);
  }

  private static List<String> standIn(int port) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx32m",
        "-cp",
        System.getProperty("java.class.path"),
        MetricsStandIn.class.getName(),
        Integer.toString(port));
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
