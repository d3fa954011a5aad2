package io.stoker.bench;

import java.time.Duration;
import java.util.Optional;

/**
 * How much is measured; each number can be set by an environment variable.
 *
 * @param quick whether this run only shows that the bench works
 * @param swaps measured for each reloader
 * @param files in the folder of rules
 * @param warmUps changes before those that are measured, so that the JVM has compiled its hot code;
 *     the baseline needs none
 * @param changes measured for each reloader and kind of folder
 * @param idleWarmUp time before idle processes are measured
 * @param idleWindow time of one idle sample
 * @param idleWindows samples of idle processes
 */
record Scale(
    boolean quick,
    int swaps,
    int files,
    int warmUps,
    int changes,
    Duration idleWarmUp,
    Duration idleWindow,
    int idleWindows) {

  static Scale fromEnvironment() {
    boolean quick = "1".equals(System.getenv("QUICK"));
    return new Scale(
        quick,
        number("BENCH_SWAPS", quick ? 2 : 20),
        number("BENCH_FILES", 2_000),
        number("BENCH_WARM_UPS", quick ? 1 : 30),
        number("BENCH_CHANGES", quick ? 2 : 15),
        Duration.ofSeconds(number("BENCH_IDLE_WARM_UP", quick ? 10 : 60)),
        Duration.ofSeconds(number("BENCH_IDLE_WINDOW", quick ? 10 : 60)),
        number("BENCH_IDLE_WINDOWS", quick ? 2 : 3));
  }

  private static int number(String variable, int otherwise) {
    return Optional.ofNullable(System.getenv(variable)).map(Integer::valueOf).orElse(otherwise);
  }
}
