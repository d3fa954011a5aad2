package io.stoker.bench;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of the watcher is measured; each number can be set by an environment variable.
 *
 * @param quick whether this run only shows that the bench works
 * @param few targets of the smaller namespace
 * @param many targets of the larger one; each has twice as many ConfigMaps
 * @param more targets of one where only memory is looked at
 * @param changes measured one by one
 * @param storm how long the storm of changes goes on
 * @param perSecond changes in the storm
 * @param failovers measured one by one
 * @param settling time before a watcher counts as at rest: the room for new objects is full then,
 *     however few targets there are
 * @param rest time over which one at rest is measured: three ticks, of which one asks all targets
 */
record WatchScale(
    boolean quick,
    int few,
    int many,
    int more,
    int changes,
    Duration storm,
    int perSecond,
    int failovers,
    Duration settling,
    Duration rest) {

  static WatchScale fromEnvironment() {
    boolean quick = "1".equals(System.getenv("QUICK"));
    return new WatchScale(
        quick,
        number("BENCH_FEW", quick ? 10 : 100),
        number("BENCH_TARGETS", quick ? 40 : 1_000),
        number("BENCH_MORE", quick ? 60 : 3_000),
        number("BENCH_CHANGES", quick ? 20 : 500),
        Duration.ofSeconds(number("BENCH_STORM", quick ? 5 : 60)),
        number("BENCH_PER_SECOND", quick ? 10 : 100),
        number("BENCH_FAILOVERS", quick ? 1 : 10),
        Duration.ofSeconds(number("BENCH_SETTLING", quick ? 1 : 180)),
        Duration.ofSeconds(number("BENCH_REST", quick ? 2 : 45)));
  }

  private static int number(String variable, int otherwise) {
    return Optional.ofNullable(System.getenv(variable)).map(Integer::valueOf).orElse(otherwise);
  }
}
