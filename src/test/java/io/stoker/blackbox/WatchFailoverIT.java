package io.stoker.blackbox;

import static io.stoker.blackbox.Texts.main;

import io.stoker.testbed.StokerProcess;
import io.stoker.testbed.StokerTarget;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A leader that gets SIGKILL while another replica stands by. */
class WatchFailoverIT extends WatchCase {
  private static final int FAILOVERS = Integer.getInteger("watch.failovers", 1);
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private StokerProcess leader;
  private StokerProcess next;

  @Test
  void theOtherReplicaTakesOverAndLosesNoChange() {
    leader = awaitAll(service.watch(), StokerTarget::inSync);
    next = standingBy(service.watch());

    long[] took = LongStream.range(0, FAILOVERS).map(this::failover).toArray();

    long[] sorted = LongStream.of(took).sorted().toArray();
    OUT.printf(
        "leader killed → a change runs in both pods: median %d ms, greatest %d ms; in order: %s%n",
        sorted[FAILOVERS / 2], sorted[FAILOVERS - 1], Arrays.toString(took));
  }

  /** Milliseconds from the kill, after which the change is made, until both pods run that. */
  private long failover(long number) {
    String revision = "after-" + number;
    var since = Instant.now();
    long killed = System.nanoTime();
    leader.kill();
    service.write(main(revision), WISH);
    service.mount(main(revision));
    service.awaitRuns(revision);
    long took = Duration.ofNanos(System.nanoTime() - killed).toMillis();

    awaitAll(next, target -> target.provenAfter(since));
    StokerProcess killedOne = leader;
    leader = next;
    killedOne.start();
    next = standingBy(killedOne.awaitHttp());
    return took;
  }

  private static StokerProcess standingBy(StokerProcess watcher) {
    Patience.await("it knows all").until(() -> watcher.get("/readyz").ok());
    return watcher;
  }
}
