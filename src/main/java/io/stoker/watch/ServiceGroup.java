package io.stoker.watch;

import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.PodFacts;
import io.stoker.kubernetes.SliceFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Service, the ConfigMaps that feed it and the pods behind it. On the planner thread. */
final class ServiceGroup {
  private final ObjectName service;
  private final Ports ports;
  private final Turns turns = new Turns();
  private Map<SourceName, ReloadWish> wishes = Map.of();
  private List<SliceFacts> slices = List.of();
  private final ServiceTargets targets = new ServiceTargets();

  /** Targets that were made without their pod, which could not be read. */
  private final List<TargetSpec> unread = new ArrayList<>(0);

  /** Read by cycles, too. */
  private volatile List<SourceName> sources = List.of();

  private boolean leading;

  /**
   * What a group lives on.
   *
   * @param authors of the ConfigMaps that feed it
   */
  record Ports(TargetFactory factory, PodLookup pods, Authors authors) {}

  ServiceGroup(ObjectName service, Ports ports) {
    this.service = service;
    this.ports = ports;
  }

  /** A ConfigMap feeds it, in this way. */
  void feed(SourceName configMap, ReloadWish wish) {
    var more = new HashMap<>(wishes);
    more.put(configMap, wish);
    fedBy(more);
  }

  /** A ConfigMap does not feed it any more. */
  void starve(SourceName configMap) {
    var fewer = new HashMap<>(wishes);
    fewer.remove(configMap);
    fedBy(fewer);
  }

  private void fedBy(Map<SourceName, ReloadWish> now) {
    wishes = Map.copyOf(now);
    sources = List.copyOf(new TreeSet<>(now.keySet()));
    reconcile();
  }

  void slice(SliceFacts slice) {
    slices = with(slice.name(), Stream.of(slice));
    reconcile();
  }

  void sliceGone(ObjectName slice) {
    slices = with(slice, Stream.empty());
    reconcile();
  }

  private List<SliceFacts> with(ObjectName name, Stream<SliceFacts> now) {
    return Stream.concat(slices.stream().filter(slice -> !slice.name().equals(name)), now)
        .collect(Collectors.toUnmodifiableList());
  }

  /** What a ConfigMap holds has changed. */
  void changed() {
    targets.forEach(WatchedTarget::changed);
  }

  /** A ConfigMap was deleted. */
  void lost() {
    targets.forEach(WatchedTarget::lost);
  }

  /** A look at each target that it has now. */
  Stream<Runnable> looks() {
    return targets.looks();
  }

  /**
   * From now on this replica reloads its targets. What cost a replica the lead most often kept it
   * from reading pods, too, which is made up for before anything is reloaded.
   */
  void lead() {
    leading = true;
    List.copyOf(unread).forEach(this::drop);
    targets.forEach(WatchedTarget::lead);
    reconcile();
  }

  /** From now on another replica does. */
  void follow() {
    leading = false;
    targets.specs().forEach(this::drop);
    reconcile();
  }

  /** Whether nobody has asked for it and there is nothing behind it. */
  boolean isEmpty() {
    return wishes.isEmpty() && slices.isEmpty();
  }

  /** Whether somebody waits for a Service that has never been seen. */
  boolean isUnknown() {
    return !wishes.isEmpty() && slices.isEmpty();
  }

  /** Of the pods behind it that are looked after. */
  Stream<String> uids() {
    return targets.specs().map(spec -> spec.instance().uid());
  }

  ObjectName service() {
    return service;
  }

  List<SourceName> sources() {
    return sources;
  }

  private void reconcile() {
    Set<TargetSpec> wanted = wanted();
    targets.specs().filter(spec -> !wanted.contains(spec)).forEach(this::drop);
    wanted.stream().filter(spec -> targets.get(spec).isEmpty()).sorted().forEach(this::await);
  }

  private Set<TargetSpec> wanted() {
    if (wishes.isEmpty()) {
      return Set.of();
    }
    ReloadWish wish = wishes.get(sources.getFirst());
    sources.stream()
        .filter(other -> !wishes.get(other).reachesLike(wish))
        .forEach(other -> ports.authors().complain(other, contradicts(sources.getFirst())));
    turns.limit(sources.stream().map(wishes::get).mapToInt(ReloadWish::stagger).min().orElse(1));
    Lineup lineup = Lineup.of(slices, wish);
    lineup
        .problem()
        .ifPresent(problem -> sources.forEach(s -> ports.authors().complain(s, problem)));
    return lineup.instances().stream()
        .map(instance -> new TargetSpec(service, instance, wish.profile(), wish.serverName()))
        .collect(Collectors.toSet());
  }

  private String contradicts(SourceName first) {
    return "%s %s says otherwise how Service %s is reloaded (profile, port, scheme, path or server name), and counts"
        .formatted(first.kind(), first.name(), service.name());
  }

  private void await(TargetSpec spec) {
    targets.put(spec, AwaitedTarget.INSTANCE);
    ports.pods().read(spec.pod(), pod -> arrived(spec, pod));
  }

  /** Whether its pod is still wanted. */
  private boolean arrived(TargetSpec spec, Optional<PodFacts> pod) {
    boolean awaited = targets.get(spec).equals(Optional.of(AwaitedTarget.INSTANCE));
    if (awaited || (pod.isPresent() && unread.contains(spec))) {
      drop(spec);
      begin(spec, pod);
    }
    return unread.contains(spec);
  }

  private void begin(TargetSpec spec, Optional<PodFacts> pod) {
    WatchedTarget target = ports.factory().make(spec, pod, () -> sources, turns);
    targets.put(spec, target);
    if (pod.isEmpty()) {
      unread.add(spec);
    }
    if (leading) {
      target.lead();
    }
  }

  private void drop(TargetSpec spec) {
    unread.remove(spec);
    targets.remove(spec).ifPresent(WatchedTarget::forget);
    turns.leave(spec.name());
  }
}
