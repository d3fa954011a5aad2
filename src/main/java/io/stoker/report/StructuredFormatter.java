package io.stoker.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** Makes of each log record one line of keys and values. */
public final class StructuredFormatter extends ExtFormatter {
  private final Function<Map<String, Object>, String> encoding;

  /**
   * A formatter with an encoding, such as {@link LineEncodings#logfmt}.
   *
   * @param encoding one line without its end
   */
  public StructuredFormatter(Function<Map<String, Object>, String> encoding) {
    this.encoding = encoding;
  }

  @Override
  public String format(ExtLogRecord record) {
    var line = new LinkedHashMap<String, Object>();
    line.put("ts", Instant.ofEpochMilli(record.getMillis()).toString());
    line.put("level", level(record.getLevel().getName()));
    line.put("logger", Objects.requireNonNullElse(record.getLoggerName(), ""));
    line.put("msg", Objects.requireNonNullElse(formatMessage(record), ""));
    if (record.getParameters() != null) {
      for (Object parameter : record.getParameters()) {
        if (parameter instanceof LogFields fields) {
          line.putAll(fields.values());
        }
      }
    }
    if (record.getThrown() != null) {
      line.put("error", stackTrace(record.getThrown()));
    }
    return encoding.apply(line) + "\n";
  }

  private static String level(String name) {
    return switch (name) {
      case "WARNING" -> "warn";
      case "SEVERE", "FATAL" -> "error";
      case "FINE", "FINER", "FINEST", "TRACE" -> "debug";
      default -> name.toLowerCase(Locale.ROOT);
    };
  }

  private static String stackTrace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().strip();
  }
}
