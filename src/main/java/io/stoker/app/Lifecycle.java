package io.stoker.app;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.stoker.report.LineEncodings;
import io.stoker.report.StructuredFormatter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Where the framework starts, ticks and stops the core. */
@Singleton
final class Lifecycle {
  private final Mode mode;
  private final Program program;
  private final ColdPages pages;

  @Inject
  Lifecycle(Mode mode, Program program, ColdPages pages) {
    this.mode = mode;
    this.program = program;
    this.pages = pages;
  }

  void started(@Observes StartupEvent event) {
    formatLogs();
    program.start();
  }

  @Scheduled(every = "{stoker.tick}")
  @NonBlocking
  void tick() {
    // first, since what the last tick began is over by now
    pages.tick();
    program.tick();
  }

  void stopping(@Observes ShutdownEvent event) {
    program.stop();
    if (ApplicationLifecycleManager.isVmShuttingDown()) {
      // a JVM ends with 143 after SIGTERM, which Kubernetes shows as an error
      Runtime.getRuntime().halt(0);
    }
  }

  private void formatLogs() {
    var formatter =
        new StructuredFormatter(
            switch (mode.logging().format()) {
              case LOGFMT -> LineEncodings::logfmt;
              case JSON -> LineEncodings::json;
            });
    format(Logger.getLogger("").getHandlers(), formatter);
  }

  /** Quarkus wraps the console's handler in another that holds early records back. */
  private static void format(Handler[] handlers, Formatter formatter) {
    for (Handler handler : handlers) {
      if (handler instanceof ConsoleHandler console) {
        console.setFormatter(formatter);
      } else if (handler instanceof ExtHandler wrapper) {
        format(wrapper.getHandlers(), formatter);
      }
    }
  }
}
