package io.stoker.watch;

import io.stoker.check.CheckPolicy;
import io.stoker.check.SnapshotCheck;
import io.stoker.kubernetes.PodFacts;
import io.stoker.kubernetes.PodFacts.SidecarPort;
import io.stoker.reload.Accounts;
import io.stoker.reload.Inspector;
import io.stoker.reload.Lookout;
import io.stoker.reload.ReloadCoordinator;
import io.stoker.reload.ReloadCoordinator.Surroundings;
import io.stoker.reload.ReloadCycle;
import io.stoker.reload.ReloadCycle.Means;
import io.stoker.reload.ReloadCycle.Patience;
import io.stoker.reload.ReloadEvent;
import io.stoker.reload.ReloadPlanner;
import io.stoker.reload.RetryPolicy;
import io.stoker.report.Reporter;
import io.stoker.report.Reporters;
import io.stoker.report.StateWord;
import io.stoker.report.TargetStatus;
import io.stoker.report.TargetStatus.Verdict;
import io.stoker.target.Answer;
import io.stoker.target.SidecarState;
import io.stoker.target.Target;
import io.stoker.target.TargetProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Wires what looks after one target, out of what all targets share. */
final class Workshop implements TargetFactory {
  private final WatchPolicy policy;
  private final Outside outside;
  private final Around around;
  private final Shared shared;
  private final ReloadPlanner planner;
  private final Patience patience;
  private final ContentRoom room;
  private final AtomicLong cycles = new AtomicLong();

  /**
   * What all targets share.
   *
   * @param lanes makes what runs the tasks of one target
   */
  record Shared(Sources sources, ProofLedger ledger, Supplier<Executor> lanes, AuthorNotes notes) {}

  /**
   * What all of it lives on.
   *
   * @param gate with its clock, scheduler and threads
   */
  record Around(VolumeGate.Around gate, Reporter reporter, RandomGenerator random) {}

  Workshop(WatchPolicy policy, Outside outside, Shared shared, Around around) {
    this.policy = policy;
    this.outside = outside;
    this.shared = shared;
    this.around = around;
    this.room = new ContentRoom(outside.api(), around.gate().clock(), around.gate().scheduler());
    this.patience = Patience.after(policy.reloadTimeout());
    this.planner =
        new ReloadPlanner(
            policy.debouncer(),
            RetryPolicy.upTo(policy.retryInterval(), around.random()),
            policy.onDrift());
  }

  @Override
  public WatchedTarget make(
      TargetSpec spec, Optional<PodFacts> pod, Supplier<List<SourceName>> sources, Turns turns) {
    if (pod.flatMap(PodFacts::sidecar).isPresent()) {
      return tended(spec, pod.get().sidecar().get(), sources);
    }
    return reloaded(spec, pod, sources, turns);
  }

  private TendedTarget tended(
      TargetSpec spec, SidecarPort port, Supplier<List<SourceName>> sources) {
    Optional<Supplier<Answer<SidecarState>>> status =
        port.number().isPresent()
            ? Optional.of(() -> outside.sidecars().apply(spec.at(port.number().getAsInt())))
            : Optional.empty();
    return new TendedTarget(
        spec.name(),
        status,
        sources,
        new TendedTarget.Around(
            around.gate().clock(),
            around.gate().plannerThread(),
            shared.lanes().get(),
            around.reporter()));
  }

  private WatchedTarget reloaded(
      TargetSpec spec, Optional<PodFacts> pod, Supplier<List<SourceName>> sources, Turns turns) {
    String name = spec.name();
    var term = new Term(outside.leads());
    var reader = new SourceReader(shared.sources(), sources);
    Target target = new LedTarget(name, outside.targets().apply(spec), term);
    var self = new AtomicReference<ReloadCoordinator>();
    Optional<VolumeGate> gate = gate(spec, pod, sources, event -> self.get().accept(event));
    Means means = means(spec, reader, target, gate);
    List<Reporter> hearers = new ArrayList<>();
    hearers.add(around.reporter());
    hearers.add(new TargetMessenger(shared.notes(), sources));
    gate.ifPresent(hearers::add);
    self.set(
        new ReloadCoordinator(
            new ReloadCycle(reader, target, means),
            new Lookout(
                reader,
                new Inspector(target, around.gate().clock(), policy.tick(), Optional::empty),
                means.check()),
            new StaggeredPlanner(
                planner, turns, name, () -> self.get().accept(new ReloadEvent.AlarmRang())),
            new Accounts(name, cycles::incrementAndGet, () -> SourceName.texts(sources.get())),
            new Surroundings(
                around.gate().clock(),
                around.gate().scheduler(),
                around.gate().plannerThread(),
                shared.lanes().get(),
                new Reporters(hearers))));
    around.reporter().changed(standingBy(name, sources));
    return new ReloadedTarget(self.get(), gate, term);
  }

  private TargetStatus standingBy(String name, Supplier<List<SourceName>> sources) {
    var verdict =
        new Verdict(
            StateWord.STARTING,
            "this replica does not know: it stands by, or has just begun to lead",
            around.gate().clock().instant());
    return TargetStatus.unproven(name, verdict, SourceName.texts(sources.get()));
  }

  /** Only volumes that are known not to have it are not waited for. */
  private Optional<VolumeGate> gate(
      TargetSpec spec,
      Optional<PodFacts> pod,
      Supplier<List<SourceName>> sources,
      Consumer<ReloadEvent> target) {
    boolean mounted =
        pod.map(facts -> sources.get().stream().anyMatch(source -> mounts(facts, source)))
            .orElse(true);
    if (!policy.volumes() || !mounted) {
      return Optional.empty();
    }
    var kubelet = new PodsKubelet(outside.api(), spec, sources);
    return Optional.of(new VolumeGate(kubelet, around.gate(), target));
  }

  private static boolean mounts(PodFacts pod, SourceName source) {
    return (source.secret() ? pod.secrets() : pod.configMaps()).contains(source.name());
  }

  private Means means(
      TargetSpec spec, SourceReader reader, Target target, Optional<VolumeGate> gate) {
    ContentRoom.Door compared = room.ofTarget();
    var comparison = outside.comparisons().with(target, spec);
    return new Means(
        around.gate().clock(),
        patience,
        check(
            spec,
            reader,
            new Judge(spec.service(), target, () -> outside.judges().apply(spec)),
            room.ofTarget()),
        shared.ledger().of(spec.instance().uid()),
        new VolumeDoubt(
            reader,
            () -> compared.compare(reader.facts(), comparison),
            since -> gate.map(volume -> volume.settledAt(since)).orElse(since),
            around.gate().clock(),
            policy.deadline()));
  }

  private SnapshotCheck check(
      TargetSpec spec, SourceReader reader, Judge judge, ContentRoom.Door door) {
    if (policy.check() == CheckPolicy.OFF || spec.profile() != TargetProfile.PROMETHEUS) {
      return SnapshotCheck.off();
    }
    return new FedCheck(
        reader, judge, door, around.gate().clock(), policy.check() == CheckPolicy.ENFORCE);
  }
}
