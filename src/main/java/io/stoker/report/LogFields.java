package io.stoker.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys and values of a log line, in their order; given as a parameter of the log record.
 *
 * @param values texts and numbers
 */
public record LogFields(Map<String, Object> values) {

  /** No fields yet. */
  static LogFields none() {
    return new LogFields(new LinkedHashMap<>());
  }

  LogFields with(String key, Object value) {
    values.put(key, value);
    return this;
  }
}
