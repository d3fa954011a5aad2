package io.stoker.app;

import io.stoker.kubernetes.ObjectName;
import io.stoker.target.BasicAuth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Credentials for Services, read anew each time, since they may be replaced.
 *
 * @param path of a folder whose file {@code SERVICE.NAMESPACE} holds {@code user:password}
 */
record CredentialsFolder(Path path) {

  /**
   * The value of an Authorization header for a Service, where there is one.
   *
   * @throws IllegalArgumentException when there is no such folder
   */
  static Optional<Function<ObjectName, Optional<String>>> of(String path) {
    var folder = new CredentialsFolder(Path.of(path));
    if (!Files.isDirectory(folder.path())) {
      throw new IllegalArgumentException("is no folder");
    }
    return Optional.of(folder::authorization);
  }

  /** Without the file the target says that it is needed, and the advice names it. */
  private Optional<String> authorization(ObjectName service) {
    try {
      String text = Files.readString(path.resolve(service.name() + "." + service.namespace()));
      return Optional.of(BasicAuth.header(text.strip()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
