package io.stoker.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stoker.blackbox.WatchedPods.Member;
import io.stoker.testbed.KubernetesApi;
import io.stoker.testbed.OnApiServer;
import io.stoker.testbed.StokerTarget;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The watcher of the manifests and the pods it reloads, on a real kubelet. */
@Tag("cluster")
@OnApiServer
class WatchedPodsIT {
  private static final Duration AT_LAST = Duration.ofMinutes(3);

  /** Longer than the least time between two reloads of a target. */
  private static final Duration APART = Duration.ofSeconds(4);

  private static final int CHANGES = Integer.getInteger("watch.changes", 10);
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private WatchedPods pods;

  @BeforeEach
  void watch(KubernetesApi api) {
    pods = new WatchedPods(api);
    pods.write(Texts.main("start"));
    pods.watch();
    awaiting("the kubelet calls the watcher ready").until(pods::watcherIsReady);
  }

  @AfterEach
  void end() {
    pods.close();
  }

  @Test
  void aConfigMapThatIsDeletedAndCreatedAnewIsSoonProvenInBothPods() {
    pods.join("prometheus-0");
    pods.join("prometheus-1");
    awaitAll(StokerTarget::inSync);

    long[] took = LongStream.range(0, CHANGES).map(this::recreate).toArray();

    long[] sorted = LongStream.of(took).sorted().toArray();
    OUT.printf(
        "deleted and created → proven in both pods: median %d ms, greatest %d ms; in order: %s%n",
        sorted[CHANGES / 2], sorted[CHANGES - 1], Arrays.toString(took));
    assertThat(pods.members()).allSatisfy(member -> assertThat(nudge(member)).isNotNull());
  }

  @Test
  void aPodWithAStokerOfItsOwnIsLeftToItAndItsWordPassedOn() {
    Member member = pods.joinTended("prometheus-0");
    awaitAll(StokerTarget::inSync);

    pods.apply(Texts.badMain("bad"));
    pods.label(member, "bad");
    awaitAll(target -> target.state().equals("rejected"));

    assertThat(pods.targets().getFirst().reason()).contains(Texts.MAIN + ":3: ");
    assertThat(nudge(member)).isNull();
  }

  /**
   * Milliseconds from the API server's answer until the watcher tells of both that it is proven.
   */
  private long recreate(long number) {
    await().pollDelay(APART).atMost(AT_LAST).until(() -> true);
    awaitAll(StokerTarget::inSync);
    var since = Instant.now();
    String revision = "revision-" + number;
    pods.recreate(Texts.main(revision));
    long answered = System.nanoTime();
    awaitAll(target -> target.provenAt().isAfter(since));
    long took = Duration.ofNanos(System.nanoTime() - answered).toMillis();
    assertThat(pods.members()).allMatch(member -> pods.runs(member, revision));
    return took;
  }

  private void awaitAll(Predicate<StokerTarget> wanted) {
    awaiting("all targets are as wanted")
        .until(
            pods::targets,
            targets ->
                targets.size() == pods.members().size() && targets.stream().allMatch(wanted));
  }

  private String nudge(Member member) {
    var annotations = pods.now(member).getMetadata().getAnnotations();
    return annotations == null ? null : annotations.get("stoker.io/nudge");
  }

  private static ConditionFactory awaiting(String what) {
    return await(what).atMost(AT_LAST).pollInterval(Duration.ofMillis(10)).ignoreExceptions();
  }
}
