package io.stoker.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Tells on the terminal what happens, and remembers whether every step held. */
final class Narrator {
  private static final int WIDTH = 68;

  private final PrintStream out;
  private final boolean colours;
  private int chapters;
  private int held;
  private int failed;

  @SuppressWarnings("SystemConsoleNull") // JDK 25 has no console again where there is no terminal
  Narrator(PrintStream out) {
    this.out = out;
    this.colours = System.console() != null && System.getenv("NO_COLOR") == null;
  }

  void title(String text) {
    out.println(colour("1", text));
  }

  void chapter(String text) {
    chapters++;
    out.println();
    out.println(colour("1", chapters + ". " + text));
  }

  void note(String text) {
    text.lines().forEach(line -> out.println("   " + colour("2", line)));
  }

  /** A step that shows something took effect: prints how long after {@code since} it did. */
  void timed(String what, Instant since, Callable<Instant> step) {
    check(what, () -> seconds(Duration.between(since, step.call())));
  }

  /** A step which returns what is to be printed beside it, and throws if it does not hold. */
  void check(String what, Callable<String> step) {
    try {
      var detail = step.call();
      held++;
      out.println(colour("32", " ✓ ") + what + " ".repeat(gap(what, detail)) + detail);
    } catch (Exception | AssertionError e) {
      failed++;
      out.println(colour("31", " ✗ " + what));
      note(String.valueOf(e.getMessage()));
    }
  }

  boolean allHeld() {
    return failed == 0;
  }

  void summary() {
    out.println();
    var text = allHeld() ? "Every step held (%d)." : "%d steps held, %d did not.";
    out.println(colour(allHeld() ? "32" : "31", text.formatted(held, failed)));
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%6.3f s", duration.toNanos() / 1e9);
  }

  private static int gap(String what, String detail) {
    return Math.max(2, WIDTH - what.length() - detail.length());
  }

  private String colour(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
