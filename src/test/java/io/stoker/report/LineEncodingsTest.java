package io.stoker.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineEncodingsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "plain, k=plain",
        "two words, k=\"two words\"",
        "`say \"hi\"`, `k=\"say \\\"hi\\\"\"`",
        "a=b, k=\"a=b\"",
        "``, k=\"\"",
        "back\\slash, k=\"back\\\\slash\"",
        "größe→∞, k=größe→∞"
      })
  void logfmtQuotesWhatHasToBeQuoted(String value, String line) {
    assertThat(LineEncodings.logfmt(Map.of("k", value))).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "a\r\nb", "\ttab", "nul\0", "esc\u001b[31m", "nel\u0085x", "ls\u2028x"})
  void aValueNeverEndsTheLineNorSteersATerminal(String value) {
    assertThat(LineEncodings.logfmt(Map.of("k", value)))
        .doesNotContainPattern("[\\p{Cntrl}\u0085\u2028\u2029]");
    assertThat(LineEncodings.json(Map.of("k", value))).doesNotContainPattern("[\\p{Cntrl}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "say \"hi\"", "back\\slash", "größe", "😀", "", "{\"a\":1}"})
  void jsonGivesTheValueBack(String value) throws IOException {
    var line = LineEncodings.json(Map.of("k", value));

    assertThat(new ObjectMapper().readTree(line).path("k").asText()).isEqualTo(value);
  }

  @Test
  void keysKeepTheirOrderAndNumbersStayNumbers() {
    var line = new LinkedHashMap<String, Object>();
    line.put("z", 1);
    line.put("a", "x");

    assertThat(LineEncodings.logfmt(line)).isEqualTo("z=1 a=x");
    assertThat(LineEncodings.json(line)).isEqualTo("{\"z\":1,\"a\":\"x\"}");
  }

  @Test
  void aRecordBecomesOneLineWithItsFields() {
    var record = record(Level.WARN, "reload rejected");
    record.setParameters(new Object[] {LogFields.none().with("target", "t").with("files", 3)});

    assertThat(new StructuredFormatter(LineEncodings::logfmt).format(record))
        .isEqualTo(
            "ts=2026-11-22T10:00:00Z level=warn logger=stoker msg=\"reload rejected\" target=t"
                + " files=3\n");
  }

  @Test
  void aStackTraceStaysOnTheLine() {
    var record = record(Level.ERROR, "bug");
    record.setThrown(new IllegalStateException("why"));

    assertThat(new StructuredFormatter(LineEncodings::logfmt).format(record))
        .contains("level=error")
        .contains("error=\"java.lang.IllegalStateException: why\\n")
        .containsOnlyOnce("\n");
  }

  @Test
  void aRecordWithoutMessageOrLoggerIsALineToo() {
    var record = record(Level.INFO, null);
    record.setLoggerName(null);

    assertThat(new StructuredFormatter(LineEncodings::logfmt).format(record)).endsWith("\n");
    assertThat(new StructuredFormatter(LineEncodings::json).format(record)).endsWith("\n");
  }

  private static ExtLogRecord record(Level level, String message) {
    var record = new ExtLogRecord(level, message, LineEncodingsTest.class.getName());
    record.setLoggerName("stoker");
    record.setInstant(Reports.STARTED);
    return record;
  }
}
