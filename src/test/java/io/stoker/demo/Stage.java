package io.stoker.demo;

import io.stoker.testbed.ChildProcess;
import io.stoker.testbed.FreePorts;
import io.stoker.testbed.KubeletVolume;
import io.stoker.testbed.PrometheusProcess;
import io.stoker.testbed.PrometheusSetup;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerSetup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that runs in the demo: a pod's two containers with their volume, and what is scraped.
 */
record Stage(
    Path folder,
    KubeletVolume volume,
    PrometheusProcess prometheus,
    StokerProcess stoker,
    Services services)
    implements AutoCloseable {

  /** Prometheus with the tutorial's first job, Stoker beside it. */
  static Stage set(Path folder, Path executable) {
    int port = FreePorts.preferring(9090);
    var config = new Tutorial().job("prometheus", "127.0.0.1:" + port).text();
    var volume = KubeletVolume.create(folder.resolve("config"), Map.of(Tutorial.FILE, config));
    var configFile = volume.path(Tutorial.FILE);
    var prometheus =
        PrometheusSetup.of(executable, folder.resolve("prometheus"), configFile)
            .onPort(port)
            .start();
    var stoker =
        StokerSetup.beside(prometheus, configFile, folder.resolve("stoker"))
            .onPort(FreePorts.preferring(9533))
            .start();
    return new Stage(folder, volume, prometheus, stoker, new Services(folder));
  }

  Observer observer() {
    return new Observer(prometheus.client());
  }

  void letLive() {
    processes().forEach(ChildProcess::letLive);
  }

  List<ChildProcess> processes() {
    var processes = new ArrayList<>(List.of(stoker.process(), prometheus.process()));
    services.running().forEach(service -> processes.add(service.process()));
    return processes;
  }

  @Override
  public void close() {
    processes().forEach(ChildProcess::close);
  }
}
