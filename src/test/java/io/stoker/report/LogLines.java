package io.stoker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged while it is open, in logfmt, each line preceded by its level. */
final class LogLines extends Handler {
  private static final Logger LOGGER = Logger.getLogger("stoker");

  private final List<String> lines = new ArrayList<>();

  LogLines() {
    LOGGER.setLevel(Level.INFO);
    LOGGER.addHandler(this);
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord record) {
    var formatter = new StructuredFormatter(LineEncodings::logfmt);
    lines.add(record.getLevel() + " " + formatter.format(ExtLogRecord.wrap(record)));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setLevel(null);
  }
}
