package io.stoker.app;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What Quarkus has to know of the settings before it starts. */
final class QuarkusProperties {
  private QuarkusProperties() {}

  static Map<String, String> of(Settings settings) {
    var properties = new HashMap<String, String>();
    properties.put("stoker.tick", settings.timing().watchInterval().toSeconds() + "s");
    properties.put("quarkus.log.level", level(settings.logging().level()));
    properties.put(
        "quarkus.http.host-enabled", String.valueOf(settings.listenAddress().isPresent()));
    settings
        .listenAddress()
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
