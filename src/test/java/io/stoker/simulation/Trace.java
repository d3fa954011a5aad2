package io.stoker.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What happened in a history, for people; kept only when it is replayed. */
final class Trace {
  private final VirtualTime time;
  private final boolean kept;
  private final List<String> lines = new ArrayList<>();

  Trace(VirtualTime time, boolean kept) {
    this.time = time;
    this.kept = kept;
  }

  void add(Object... words) {
    if (kept) {
      var line = new StringBuilder();
      line.append(String.format(Locale.ROOT, "%10.4f  ", time.sinceStart().toNanos() / 1e9));
      for (Object word : words) {
        line.append(word);
      }
      lines.add(line.toString());
    }
  }

  void add(Supplier<String> words) {
    if (kept) {
      add((Object) words.get());
    }
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
