package io.stoker.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** One API for all the tests of a run, from the first that asks for it to the last. */
final class SharedApi extends TypeBasedParameterResolver<KubernetesApi> {

  @Override
  public KubernetesApi resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedApi.class))
        .computeIfAbsent(Holder.class, key -> Holder.create(), Holder.class)
        .api();
  }

  /** What is closed when the run ends, by the store that keeps it. */
  private record Holder(KubernetesApi api, Runnable end) implements AutoCloseable {

    static Holder create() {
      return KubernetesApi.given()
          .map(api -> new Holder(api, api::leaveAsFound))
          .orElseGet(Holder::own);
    }

    private static Holder own() {
      try {
        var folder = Files.createTempDirectory("stoker-api");
        var server = ApiServer.in(folder).awaitReady();
        return new Holder(server.api(), () -> remove(server, folder));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void remove(ApiServer server, Path folder) {
      server.close();
      FileTree.delete(folder);
    }

    @Override
    public void close() {
      end.run();
    }
  }
}
