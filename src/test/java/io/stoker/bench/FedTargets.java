package io.stoker.bench;

import io.stoker.testbed.FreePorts;
import io.stoker.testbed.RoutedAddress;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Targets of a watcher at one address, each on a port of its own: a few real ones among stubs. */
record FedTargets(Vertx vertx, String address, List<FedTarget> all) implements AutoCloseable {
  private static final int REAL = 3;
  private static final int ATTEMPTS = 20;

  static FedTargets start(int count, Path folder) {
    String address = RoutedAddress.ensure();
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    var targets = new ArrayList<FedTarget>();
    for (int i = 0; i < REAL; i++) {
      targets.add(RealTarget.start(folder.resolve("prometheus-" + i), address, FedConfig.of(-1)));
    }
    for (int i = REAL; i < count; i++) {
      targets.add(stub(vertx, address));
    }
    return new FedTargets(vertx, address, List.copyOf(targets));
  }

  /** A port that is free on the loopback address may be taken at this one. */
  private static StubTarget stub(Vertx vertx, String address) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var stub = new StubTarget(vertx.createHttpServer());
      if (stub.listens(FreePorts.any(), address)) {
        return stub;
      }
    }
    throw new IllegalStateException("no port is free at " + address);
  }

  int reloads() {
    return all.stream().mapToInt(FedTarget::reloads).sum();
  }

  @Override
  public void close() {
    all.forEach(FedTarget::close);
    vertx.close();
  }
}
