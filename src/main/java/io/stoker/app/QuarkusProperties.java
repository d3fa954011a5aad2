package io.stoker.app;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What Quarkus has to know of the mode before it starts. */
final class QuarkusProperties {
  private QuarkusProperties() {}

  static Map<String, String> of(Mode mode) {
    var properties = new HashMap<String, String>();
    properties.put("stoker.tick", mode.tick().toSeconds() + "s");
    if (mode instanceof WatchSettings) {
      properties.put(Mode.KEY, Mode.WATCH);
    }
    properties.put("quarkus.log.level", level(mode.logging().level()));
    properties.put("quarkus.http.host-enabled", String.valueOf(mode.listenAddress().isPresent()));
    mode.listenAddress()
        .ifPresent(
            address -> {
              properties.put("quarkus.http.host", address.host());
              properties.put("quarkus.http.port", String.valueOf(address.port()));
            });
    return properties;
  }

  private static String level(String level) {
    return level.equals("none") ? "OFF" : level.toUpperCase(Locale.ROOT);
  }
}
