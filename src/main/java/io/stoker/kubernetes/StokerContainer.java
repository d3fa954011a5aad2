package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.stoker.kubernetes.PodFacts.SidecarPort;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the container of a pod that runs Stoker beside what it reloads: one that is named so, or
 * whose image or command is.
 */
final class StokerContainer {
  private static final Pattern STOKER = Pattern.compile("(?:.*/)?stoker(?:[:@].*)?");
  private static final Pattern PORT = Pattern.compile("(.*):(\\d{1,5})");
  private static final Pattern OWN_POD_ONLY = Pattern.compile("127\\..*|localhost|\\[::1]");
  private static final String ADDRESS_FLAG = "--listen-address";
  private static final String ADDRESS_VARIABLE = "STOKER_LISTEN_ADDRESS";

  /** What it does instead of tending its pod, as the first argument. */
  private static final List<String> OTHER_USES = List.of("watch", "check", "wait");

  private StokerContainer() {}

  static Optional<SidecarPort> in(JsonNode pod) {
    JsonNode spec = pod.path("spec");
    return Stream.concat(
            spec.path("containers").valueStream(),
            spec.path("initContainers").valueStream().filter(StokerContainer::staysOn))
        .filter(StokerContainer::isSidecar)
        .findFirst()
        .map(found -> new SidecarPort(found.path("name").asText(), port(found)));
  }

  /** An init container of that kind is a sidecar (Kubernetes 1.29). */
  private static boolean staysOn(JsonNode initContainer) {
    return initContainer.path("restartPolicy").asText().equals("Always");
  }

  private static boolean isSidecar(JsonNode container) {
    boolean named =
        Stream.of("name", "image").anyMatch(field -> isStoker(container.path(field).asText()))
            || isStoker(container.path("command").path(0).asText());
    return named && arguments(container).noneMatch(OTHER_USES::contains);
  }

  private static boolean isStoker(String text) {
    return STOKER.matcher(text).matches();
  }

  private static Stream<String> arguments(JsonNode container) {
    return Stream.of("command", "args")
        .flatMap(field -> container.path(field).valueStream())
        .map(JsonNode::asText);
  }

  private static OptionalInt port(JsonNode container) {
    Matcher address = PORT.matcher(listenAddress(container));
    return address.matches() && !OWN_POD_ONLY.matcher(address.group(1)).matches()
        ? OptionalInt.of(Integer.parseInt(address.group(2)))
        : OptionalInt.empty();
  }

  /** The command line wins over the environment. */
  private static String listenAddress(JsonNode container) {
    List<String> arguments = arguments(container).toList();
    int flag = arguments.indexOf(ADDRESS_FLAG);
    if (flag >= 0 && flag + 1 < arguments.size()) {
      return arguments.get(flag + 1);
    }
    return arguments.stream()
        .filter(argument -> argument.startsWith(ADDRESS_FLAG + "="))
        .map(argument -> argument.substring(ADDRESS_FLAG.length() + 1))
        .findFirst()
        .orElseGet(() -> variable(container));
  }

  private static String variable(JsonNode container) {
    return container
        .path("env")
        .valueStream()
        .filter(variable -> variable.path("name").asText().equals(ADDRESS_VARIABLE))
        .map(variable -> variable.path("value").asText())
        .findFirst()
        .orElse("");
  }
}
