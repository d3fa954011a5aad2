package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.main;

import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker watch} on a real API server, with two real Prometheus behind one Service. */
@OnApiServer
abstract class WatchCase {
  static final String WISH = "reload=prometheus";

  @TempDir Path folder;
  WatchedService service;

  @BeforeEach
  void startTwo(KubernetesApi api) {
    service = new WatchedService(api, folder);
    service.write(main("start"), WISH);
    service.join("prometheus-0", main("start"));
    service.join("prometheus-1", main("start"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  /** Waits until each pod's target is as wanted. */
  StokerProcess awaitAll(StokerProcess watcher, Predicate<StokerTarget> wanted) {
    Patience.await("all targets are as wanted")
        .until(
            watcher::targets,
            targets ->
                targets.size() == service.members().size() && targets.stream().allMatch(wanted));
    return watcher;
  }

  void awaitEvent(String reason, String message) {
    Patience.await("an Event " + reason)
        .until(
            () ->
                service.events().stream()
                    .filter(event -> event.getInvolvedObject().getKind().equals("ConfigMap"))
                    .filter(event -> event.getInvolvedObject().getUid() != null)
                    .anyMatch(
                        event ->
                            event.getReason().equals(reason)
                                && event.getMessage().contains(message)));
  }
}
