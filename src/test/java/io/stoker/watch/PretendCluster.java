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
import io.stoker.report.TargetStatus;
import io.stoker.target.Answer;
import io.stoker.target.SidecarState;
import io.stoker.verify.ContentVerdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** An API server, kubelets and pods for a watcher, all in one thread. */
final class PretendCluster implements ApiPort {
  static final ObjectName CONFIG = new ObjectName("monitoring", "prometheus-config");
  private static final String KEY = "prometheus.yml";

  final PretendTime time = new PretendTime();
  final Journal journal = new Journal();
  final Map<String, PretendPod> pods = new TreeMap<>();
  final List<String> events = new ArrayList<>();
  final List<String> annotated = new ArrayList<>();
  final List<String> nudges = new ArrayList<>();
  boolean mayNudge = true;
  boolean tended;
  CheckPolicy check = CheckPolicy.WARN;
  boolean unreadable;
  Answer<SidecarState> sidecar = new Answer.Given<>(new SidecarState("in-sync", ""));
  Watcher watcher;
  private final Map<ObjectName, String> contents = new HashMap<>();
  private final List<SliceFacts.Endpoint> endpoints = new ArrayList<>();
  private Optional<String> proofs = Optional.empty();
  private int version;

  PretendCluster() {
    watcher = replica();
  }

  /** Another replica, which does not lead. */
  Watcher replica() {
    return new Watcher(
        PretendPolicy.of(true, check),
        new Outside(
            this,
            spec -> pods.get(spec.instance().pod()),
            spec -> Expressions.unjudged(),
            (target, spec) -> texts -> verdict(pods.get(spec.instance().pod())),
            root -> sidecar,
            () -> true),
        new Watcher.Surroundings(
            time,
            time,
            time,
            time,
            time,
            journal,
            journal::statuses,
            api -> Expressions.unjudged(),
            new Random(1)));
  }

  private ContentVerdict verdict(PretendPod pod) {
    return pod.loaded.equals(contents.get(CONFIG))
        ? new ContentVerdict.Holds()
        : new ContentVerdict.Differs("scrape_configs[1] is missing");
  }

  void write(ObjectName configMap, String content, String... annotations) {
    contents.put(configMap, content);
    var given = new HashMap<String, String>();
    for (String annotation : annotations) {
      String[] words = annotation.split("=", 2);
      given.put("stoker.io/" + words[0], words[1]);
    }
    var digests = new TreeMap<String, String>();
    digests.put(KEY, ExpectedFiles.digest(content.getBytes(StandardCharsets.UTF_8)));
    watcher.configMap(
        new ConfigMapFacts(
            configMap,
            false,
            "uid",
            String.valueOf(++version),
            given,
            Map.of(),
            digests,
            false,
            Optional.of(time.instant())));
  }

  /** Pods of the Service prometheus, all of them ready. */
  void serve(String... names) {
    Arrays.stream(names)
        .forEach(
            name ->
                pods.computeIfAbsent(
                    name, n -> new PretendPod(n, time, contents.getOrDefault(CONFIG, ""))));
    endpoints.clear();
    Arrays.stream(names)
        .map(name -> new SliceFacts.Endpoint("uid-" + name, name, List.of("10.0.0.1"), true))
        .forEach(endpoints::add);
    watcher.slice(slice());
  }

  SliceFacts slice() {
    return new SliceFacts(
        new ObjectName("monitoring", "prometheus-abc"),
        "prometheus",
        "IPv4",
        List.copyOf(endpoints),
        List.of(new SliceFacts.Port("web", 9090, "")));
  }

  /** The kubelets of all pods look. */
  void sync() {
    pods.values().forEach(pod -> pod.volume = contents.getOrDefault(CONFIG, ""));
  }

  void pass(Duration duration) {
    time.pass(duration);
  }

  StateWord state(String pod) {
    return status(pod).verdict().state();
  }

  TargetStatus status(String pod) {
    return journal.statuses().stream()
        .filter(status -> status.target().equals("monitoring/prometheus/" + pod))
        .findAny()
        .orElseThrow();
  }

  @Override
  public Optional<PodFacts> pod(ObjectName pod) {
    var sidecar = new PodFacts.SidecarPort("stoker", OptionalInt.of(8080));
    return Optional.of(
            new PodFacts(
                pod,
                "uid",
                Set.of(CONFIG.name()),
                Set.of(),
                Optional.of(sidecar).filter(port -> tended)))
        .filter(facts -> !unreadable);
  }

  @Override
  public boolean nudge(ObjectName pod) {
    if (mayNudge) {
      nudges.add(pod.name());
      time.at(
          time.instant().plusMillis(140),
          () -> pods.get(pod.name()).volume = contents.getOrDefault(CONFIG, ""));
    }
    return mayNudge;
  }

  @Override
  public Optional<Map<String, byte[]>> texts(ConfigMapFacts source) {
    return Optional.ofNullable(contents.get(source.name()))
        .map(text -> Map.of(KEY, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void event(ConfigMapFacts source, EventNote note) {
    events.add(
        "%s %s %s: %s".formatted(source.name().name(), note.type(), note.reason(), note.message()));
  }

  @Override
  public void annotate(ObjectName configMap, String key, String value) {
    annotated.add(configMap + " " + key + "=" + value);
  }

  @Override
  public Optional<String> proofs() {
    return proofs;
  }

  @Override
  public void keepProofs(String kept) {
    proofs = Optional.of(kept);
  }
}
