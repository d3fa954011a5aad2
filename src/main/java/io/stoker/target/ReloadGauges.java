package io.stoker.target;

/** What is known of the gauges about reloads while metrics are read line by line. */
final class ReloadGauges {
  private static final String HASH = "_config_hash";

  private Double successful;
  private Double successTime;
  private Double processStart;
  private Double hash;

  void accept(String line) throws UnexpectedAnswer {
    int space = line.indexOf(' ');
    if (space < 0 || line.charAt(0) == '#') {
      return;
    }
    String name = line.substring(0, space);
    if (name.endsWith("_config_last_reload_successful")) {
      successful = value(line, space);
    } else if (name.endsWith("_config_last_reload_success_timestamp_seconds")) {
      successTime = value(line, space);
    } else if (name.equals("process_start_time_seconds")) {
      processStart = value(line, space);
    } else if (name.endsWith(HASH)) {
      hash = value(line, space);
    }
  }

  boolean areComplete() {
    return successful != null && successTime != null && processStart != null;
  }

  /** A program need not tell when it started. */
  ConfigStatus status() throws UnexpectedAnswer {
    if (successful == null || successTime == null) {
      throw new UnexpectedAnswer("/metrics has no *_config_last_reload_* series");
    }
    return new ConfigStatus(successful == 1, successTime, processStart == null ? 0 : processStart);
  }

  /** The same for programs without an API of their own; unlike theirs, times have all digits. */
  RuntimeInfo runtimeInfo() throws UnexpectedAnswer {
    ConfigStatus status = status();
    return new RuntimeInfo(
        Double.toString(status.processStart()),
        Double.toString(status.successTime()),
        status.successful());
  }

  /** A hash of the file that is served, as a whole number; its series comes before the others. */
  String configHash() throws UnexpectedAnswer {
    if (hash == null) {
      throw new UnexpectedAnswer("/metrics has no *" + HASH + " series");
    }
    return Long.toString(hash.longValue());
  }

  /** A timestamp may follow the value. */
  private static double value(String line, int space) throws UnexpectedAnswer {
    String[] words = line.substring(space).strip().split(" ", 2);
    try {
      return Double.parseDouble(words[0]);
    } catch (NumberFormatException e) {
      throw new UnexpectedAnswer("/metrics has a series without a number");
    }
  }
}
