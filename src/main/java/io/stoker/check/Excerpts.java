package io.stoker.check;

import io.stoker.yaml.GoYamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds to findings the lines that they are about, in one more reading of the file. */
final class Excerpts {
  private static final int WIDTH = 160;
  private static final int LONGEST_LINE = 10_000;
  private static final int BEFORE_CARET = 100;

  private Excerpts() {}

  static List<Finding> add(List<Finding> findings, ConfigFile file) {
    Map<Integer, String> lines = new TreeMap<>();
    findings.forEach(
        finding -> finding.place().position().ifPresent(at -> lines.put(at.line(), "")));
    if (lines.isEmpty()) {
      return findings;
    }
    try (InputStream bytes = file.open()) {
      read(GoYamlText.of(bytes), lines);
    } catch (IOException e) {
      return findings;
    }
    return findings.stream().map(finding -> withLine(finding, lines)).toList();
  }

  private static void read(Reader text, Map<Integer, String> lines) throws IOException {
    var mask = new SecretMask();
    var line = new StringBuilder();
    int number = 1;
    int last = lines.keySet().stream().reduce(0, Integer::max);
    boolean afterReturn = false;
    while (number <= last) {
      int character = text.read();
      boolean sameBreak = character == '\n' && afterReturn;
      afterReturn = character == '\r';
      if (character < 0 || (GoYamlText.isLineBreak(character) && !sameBreak)) {
        String masked = mask.masked(line.toString());
        lines.computeIfPresent(number, (key, none) -> masked);
        line.setLength(0);
        number = character < 0 ? Integer.MAX_VALUE : number + 1;
      } else if (!sameBreak && line.length() < LONGEST_LINE) {
        line.append((char) character);
      }
    }
  }

  private static Finding withLine(Finding finding, Map<Integer, String> lines) {
    return new Finding(
        finding.severity(),
        finding.place(),
        finding.cause(),
        finding.nextStep(),
        finding.place().position().map(at -> excerpt(lines.get(at.line()), at.column())));
  }

  /** A part of a long line, around the caret. */
  private static Excerpt excerpt(String whole, int column) {
    String line = whole.replace('\t', ' ');
    int codePoints = line.codePointCount(0, line.length());
    int caret = line.offsetByCodePoints(0, Math.min(column - 1, codePoints));
    int begin = line.length() <= WIDTH ? 0 : Math.max(0, caret - BEFORE_CARET);
    int end = Math.min(line.length(), begin + WIDTH);
    return new Excerpt(line.substring(begin, end), caret - begin);
  }
}
