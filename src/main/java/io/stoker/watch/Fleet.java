package io.stoker.watch;

import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.SliceFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which ConfigMap feeds which targets. On the planner thread. */
final class Fleet {
  /** A ConfigMap that is deleted is most often created anew at once. */
  private static final Duration MOURNED = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Sources sources;
  private final WatchRules rules;
  private final ServiceGroup.Ports ports;
  private final Map<ObjectName, ServiceGroup> groups =
      new TreeMap<>(Comparator.comparing(ObjectName::toString));
  private final Map<SourceName, ReloadWish> wishes = new HashMap<>();
  private final Map<SourceName, Instant> deleted = new HashMap<>();
  private final Map<ObjectName, ObjectName> services = new HashMap<>();
  private final MissedServices missed = new MissedServices();
  private boolean leading;

  Fleet(InstantSource clock, Sources sources, WatchRules rules, ServiceGroup.Ports ports) {
    this.clock = clock;
    this.sources = sources;
    this.rules = rules;
    this.ports = ports;
  }

  /** A ConfigMap is there, or is another now. */
  void configMap(ConfigMapFacts now) {
    SourceName name = SourceName.of(now);
    switch (Annotations.read(rules.annotations(now))) {
      case Annotated.Nothing nothing -> forget(name);
      case Annotated.Wrong(String message) -> {
        unwanted(name);
        sources.heard(now);
        ports.authors().complain(name, message);
      }
      case Annotated.Wanted(ReloadWish wish) -> wanted(now, wish);
    }
  }

  private void wanted(ConfigMapFacts now, ReloadWish wish) {
    SourceName name = SourceName.of(now);
    boolean changed = sources.heard(now);
    deleted.remove(name);
    ReloadWish before = wishes.put(name, wish);
    if (!wish.equals(before)) {
      feed(name, before, wish);
    }
    if (changed) {
      wish.services().forEach(service -> group(name, service).changed());
    }
  }

  private void feed(SourceName name, ReloadWish before, ReloadWish wish) {
    if (before != null) {
      before.services().stream()
          .filter(service -> !wish.services().contains(service))
          .forEach(service -> starve(name, service));
    }
    wish.services().forEach(service -> group(name, service).feed(name, wish));
  }

  private void forget(SourceName name) {
    unwanted(name);
    ports.authors().forget(name);
  }

  private void unwanted(SourceName name) {
    sources.forget(name);
    deleted.remove(name);
    ReloadWish before = wishes.remove(name);
    if (before != null) {
      before.services().forEach(service -> starve(name, service));
    }
  }

  /** Targets keep what they have, so there is nothing to reload; but it is told. */
  void configMapGone(SourceName name) {
    ReloadWish wish = wishes.get(name);
    sources.forget(name);
    ports.authors().forget(name);
    if (wish != null) {
      deleted.put(name, clock.instant());
      wish.services().forEach(service -> group(name, service).lost());
    }
  }

  void slice(SliceFacts slice) {
    var service = new ObjectName(slice.name().namespace(), slice.serviceName());
    ObjectName before = services.get(slice.name());
    if (before != null && !before.equals(service)) {
      sliceGone(slice.name());
    }
    ServiceGroup group = group(service);
    services.put(slice.name(), group.service());
    group.slice(slice);
  }

  void sliceGone(ObjectName slice) {
    ObjectName service = services.remove(slice);
    if (service != null) {
      group(service).sliceGone(slice);
      dropIfEmpty(service);
    }
  }

  /** From now on this replica reloads. */
  void lead() {
    leading = true;
    groups.values().forEach(ServiceGroup::lead);
  }

  /** From now on another replica does. */
  void follow() {
    leading = false;
    groups.values().forEach(ServiceGroup::follow);
  }

  /**
   * What a ConfigMap tells of what became of it; empty where its author wants no such thing, and of
   * Secrets, which nobody should have to let a watcher change.
   */
  Optional<String> writtenStatus(SourceName configMap) {
    return sources
        .version(configMap)
        .filter(version -> !version.facts().secret())
        .map(version -> version.facts().annotations().get(StatusNotes.KEY));
  }

  /** Of all pods that are looked after. */
  Set<String> uids() {
    return groups.values().stream().flatMap(ServiceGroup::uids).collect(Collectors.toSet());
  }

  /** Looks at what time alone brings about; at the targets look {@link #looks}. */
  void tick() {
    Instant now = clock.instant();
    List<SourceName> mourned =
        deleted.entrySet().stream()
            .filter(entry -> entry.getValue().plus(MOURNED).isBefore(now))
            .map(Map.Entry::getKey)
            .toList();
    mourned.forEach(this::unwanted);
    groups.forEach(
        (service, group) -> {
          if (missed.isWorthTelling(service, group.isUnknown(), now)) {
            String message = MissedServices.message(service, services.values());
            group.sources().forEach(source -> ports.authors().complain(source, message));
          }
        });
  }

  /** A look at each target. */
  List<Runnable> looks() {
    return groups.values().stream().flatMap(ServiceGroup::looks).toList();
  }

  private void starve(SourceName configMap, String service) {
    group(configMap, service).starve(configMap);
    dropIfEmpty(new ObjectName(configMap.namespace(), service));
  }

  private void dropIfEmpty(ObjectName service) {
    if (groups.get(service).isEmpty()) {
      groups.remove(service);
      missed.forget(service);
    }
  }

  private ServiceGroup group(SourceName configMap, String service) {
    return group(new ObjectName(configMap.namespace(), service));
  }

  private ServiceGroup group(ObjectName service) {
    return groups.computeIfAbsent(
        service,
        name -> {
          var group = new ServiceGroup(name, ports);
          if (leading) {
            group.lead();
          }
          return group;
        });
  }
}
