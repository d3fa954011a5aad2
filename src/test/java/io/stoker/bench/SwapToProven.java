package io.stoker.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How long after the swap of a volume its content is live, and known to be. */
final class SwapToProven {
  static final String NOTE =
      """
      Seconds from the rename of `..data` until an observer, who asks Prometheus every 5 ms, sees \
      the new config in `/api/v1/status/config`, and until the reloader's own log tells of it. \
      Swaps are 3 to 4 s apart, so no minimum gap delays them; the first is not counted. \
      The baseline proves nothing: its line tells that Prometheus answered 200.
      """;
  private static final Duration BETWEEN = Duration.ofSeconds(3);
  private static final int NOT_MEASURED = 1;

  private final Scale scale;
  private final Path folder;

  SwapToProven(Scale scale, Path folder) {
    this.scale = scale;
    this.folder = folder;
  }

  /**
   * @param goal seconds from swap to proven, if any is promised
   */
  List<Figure> measure(Contender contender, OptionalDouble goal) {
    try (var bed = Bed.make(folder, RuleFiles::inVolume, 1);
        var reloader = contender.start(bed, bed.volume().folder())) {
      var live = new ArrayList<Double>();
      var known = new ArrayList<Double>();
      for (int i = 1; i <= NOT_MEASURED + scale.swaps(); i++) {
        Moments.passAtLeast(BETWEEN);
        var seen = swap(bed, reloader, i);
        if (i > NOT_MEASURED) {
          live.add(seen.live());
          known.add(seen.known());
        }
      }
      var word = contender.isStoker() ? "proven by its own word" : "“reload triggered” in its log";
      return List.of(
          new Figure(contender.name() + ": live in Prometheus", new Samples(live), goal),
          new Figure(contender.name() + ": " + word, new Samples(known), goal));
    }
  }

  private record Seen(double live, double known) {}

  private static Seen swap(Bed bed, Reloader reloader, int number) {
    int before = reloader.done();
    var swapped = bed.swap(number);
    var live = new Moment(swapped);
    var known = new Moment(swapped);
    Moments.await(
        "swap " + number + " is live and known to be",
        () -> {
          boolean isLive = live.has(bed.serves(number));
          return known.has(reloader.done() > before) && isLive;
        });
    return new Seen(live.seconds(), known.seconds());
  }

  /** When something was first seen. */
  private static final class Moment {
    private final Instant since;
    private Instant seen;

    Moment(Instant since) {
      this.since = since;
    }

    boolean has(boolean now) {
      if (seen == null && now) {
        seen = Instant.now();
      }
      return seen != null;
    }

    double seconds() {
      return Duration.between(since, seen).toNanos() / 1e9;
    }
  }
}
