package io.stoker.watch;

import io.stoker.check.CheckPolicy;
import io.stoker.check.Expressions;
import io.stoker.fingerprint.ExpectedFiles;
import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.EventNote;
import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.PodFacts;
import io.stoker.kubernetes.SliceFacts;
import io.stoker.report.Journal;
import io.stoker.report.StateWord;
import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.verify.ContentVerdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A watcher that leads, of many ConfigMaps with a Service and a pod each, whose work is counted. No
 * volume is waited for.
 */
final class PretendFleet implements ApiPort {
  private static final String NAMESPACE = "monitoring";
  private static final String KEY = "prometheus.yml";

  private final PretendTime time = new PretendTime();
  private final Journal journal = new Journal();
  private final List<PretendPod> pods = new ArrayList<>();
  private final Watcher watcher;
  private long asked;
  private int threads;
  private int mostThreads;
  private int version;

  PretendFleet(int size) {
    this.watcher =
        new Watcher(
            PretendPolicy.of(false, CheckPolicy.WARN),
            new Outside(
                this,
                spec -> pod(spec.instance().pod()),
                spec -> Expressions.unjudged(),
                (target, spec) -> texts -> new ContentVerdict.Holds(),
                root -> new Answer.Missing<>(new CallFailure.NotThere("no Stoker is there")),
                () -> true),
            new Watcher.Surroundings(
                time,
                time,
                time,
                time,
                this::onAThread,
                journal,
                journal::statuses,
                api -> Expressions.unjudged(),
                new Random(1)));
    watcher.lead();
    for (int i = 0; i < size; i++) {
      pods.add(new PretendPod(String.valueOf(i), time, ""));
      write(i, "first");
      watcher.slice(slice(i));
    }
  }

  /** Tasks on any thread, alarms, and requests to targets and to the API server until now. */
  long work() {
    return time.tasksRun() + asked + pods.stream().mapToLong(pod -> pod.asked).sum();
  }

  private void onAThread(Runnable task) {
    mostThreads = Math.max(mostThreads, ++threads);
    time.execute(
        () -> {
          task.run();
          threads--;
        });
  }

  /** How many threads that may block there were at a time. */
  int mostThreads() {
    return mostThreads;
  }

  /** How many targets are proven now. */
  long inSync() {
    return journal.statuses().stream()
        .filter(status -> status.verdict().state() == StateWord.IN_SYNC)
        .count();
  }

  int reloads(int target) {
    return pods.get(target).reloads.size();
  }

  void write(int target, String content) {
    var digests = new TreeMap<String, String>();
    digests.put(KEY, ExpectedFiles.digest(content.getBytes(StandardCharsets.UTF_8)));
    watcher.configMap(
        new ConfigMapFacts(
            new ObjectName(NAMESPACE, "config-" + target),
            false,
            "uid-" + target,
            String.valueOf(++version),
            Map.of("stoker.io/reload", "service-" + target),
            Map.of(),
            digests,
            false,
            Optional.of(time.instant())));
  }

  void tick() {
    watcher.tick();
  }

  void pass(Duration duration) {
    time.pass(duration);
  }

  private PretendPod pod(String name) {
    return pods.get(Integer.parseInt(name));
  }

  private static SliceFacts slice(int target) {
    String pod = String.valueOf(target);
    return new SliceFacts(
        new ObjectName(NAMESPACE, "slice-" + target),
        "service-" + target,
        "IPv4",
        List.of(new SliceFacts.Endpoint("uid-" + pod, pod, List.of("10.0.0.1"), true)),
        List.of(new SliceFacts.Port("web", 9090, "")));
  }

  @Override
  public Optional<PodFacts> pod(ObjectName pod) {
    asked++;
    return Optional.of(new PodFacts(pod, "uid", Set.of(), Set.of(), Optional.empty()));
  }

  @Override
  public boolean nudge(ObjectName pod) {
    asked++;
    return true;
  }

  @Override
  public Optional<Map<String, byte[]>> texts(ConfigMapFacts source) {
    asked++;
    return Optional.of(Map.of());
  }

  @Override
  public void event(ConfigMapFacts source, EventNote note) {
    asked++;
  }

  @Override
  public void annotate(ObjectName configMap, String key, String value) {
    asked++;
  }

  @Override
  public Optional<String> proofs() {
    return Optional.empty();
  }

  @Override
  public void keepProofs(String kept) {
    asked++;
  }
}
