package io.stoker.app;

import io.stoker.check.CheckPolicy;
import io.stoker.reload.DriftPolicy;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Reads the values of flags; what cannot be one is an {@link IllegalArgumentException}. */
final class FlagValues {
  private static final Set<String> LEVELS = Set.of("all", "debug", "info", "warn", "error", "none");

  private FlagValues() {}

  static Settings.Logging.Format format(String text) {
    return switch (text) {
      case "logfmt" -> Settings.Logging.Format.LOGFMT;
      case "json" -> Settings.Logging.Format.JSON;
      default -> throw new IllegalArgumentException("is neither logfmt nor json");
    };
  }

  static CheckPolicy check(String text) {
    return switch (text) {
      case "off" -> CheckPolicy.OFF;
      case "warn" -> CheckPolicy.WARN;
      case "enforce" -> CheckPolicy.ENFORCE;
      default -> throw new IllegalArgumentException("is none of off, warn, enforce");
    };
  }

  static DriftPolicy onDrift(String text) {
    return switch (text) {
      case "reload" -> DriftPolicy.RELOAD;
      case "report" -> DriftPolicy.REPORT;
      default -> throw new IllegalArgumentException("is neither reload nor report");
    };
  }

  static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("is neither true nor false");
    };
  }

  static String level(String text) {
    String level = text.toLowerCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      throw new IllegalArgumentException("is none of all, debug, info, warn, error, none");
    }
    return level;
  }

  static URI httpUrl(String text) {
    URI uri = URI.create(text);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw new IllegalArgumentException("is no URL such as http://127.0.0.1:9090/-/reload");
    }
    return uri;
  }
}
