package io.stoker.bench;

import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real Prometheus, also at an address that the API server takes for a pod's. */
record RealTarget(PrometheusProcess prometheus, Path configFile) implements FedTarget {

  static RealTarget start(Path folder, String address, String config) {
    Path file = write(folder.resolve("prometheus.yml"), config);
    var setup = PrometheusSetup.of(Tool.prometheus(), folder.resolve("data"), file);
    var listening = setup.with("--web.listen-address=" + address + ":" + setup.port());
    return new RealTarget(listening.start().awaitReady(), file);
  }

  @Override
  public int port() {
    return prometheus.port();
  }

  @Override
  public void hold(String config) {
    write(configFile, config);
  }

  @Override
  public boolean runs(String config) {
    String revision = FedConfig.revisionLine(config);
    return prometheus.client().servedConfig().contains(revision);
  }

  @Override
  public int reloads() {
    return prometheus.reloads();
  }

  @Override
  public void close() {
    prometheus.close();
  }

  private static Path write(Path file, String config) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
