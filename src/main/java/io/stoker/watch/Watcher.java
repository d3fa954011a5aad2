package io.stoker.watch;

import io.stoker.check.Expressions;
import io.stoker.debounce.Scheduler;
import io.stoker.kubernetes.ClusterRequests;
import io.stoker.kubernetes.Complaints;
import io.stoker.kubernetes.ConfigMapFacts;
import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.SliceFacts;
import io.stoker.report.Reporter;
import io.stoker.report.TargetStatus;
import io.stoker.target.ApiAccess;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Keeps the targets of many ConfigMaps at what these hold. Hears of the API server from any thread
 * and does all its thinking on the planner thread.
 */
public final class Watcher {
  /** Cycles that may run at a time; each has a few connections and some tens of KB under way. */
  private static final int WIDTH = 64;

  /** Requests of one kind to the API server that may be under way, so that others are, too. */
  private static final int REQUESTS = 8;

  private final Executor plannerThread;
  private final Executor io;
  private final ApiPort api;
  private final WatchRules rules;
  private final ProofKeeper proofs;
  private final Fleet fleet;
  private final Round round;
  private final StatusNotes statuses;
  private boolean leading;
  private long term;

  /**
   * What it lives on.
   *
   * @param wallClock what the API server's times are compared with
   * @param plannerThread runs one task at a time, in their order
   * @param io runs what blocks, each task on a thread of its own
   * @param reporter hears of all targets
   * @param statuses what it has heard last of each of them
   * @param judges makes what asks a Prometheus about expressions, for one check
   */
  public record Surroundings(
      InstantSource clock,
      InstantSource wallClock,
      Scheduler scheduler,
      Executor plannerThread,
      Executor io,
      Reporter reporter,
      Supplier<Collection<TargetStatus>> statuses,
      Function<ApiAccess, Expressions> judges,
      RandomGenerator random) {}

  /**
   * The API server.
   *
   * @param proofs the Lease that keeps what was proven
   * @param complaints gets what fails
   */
  public record Api(ClusterRequests requests, ObjectName proofs, Complaints complaints) {}

  /** A watcher that knows of nothing and does not lead. */
  Watcher(WatchPolicy policy, Outside outside, Surroundings around) {
    this.plannerThread = around.plannerThread();
    this.io = around.io();
    this.api = outside.api();
    this.rules = policy.rules();
    this.proofs = new ProofKeeper(api, around.clock(), around.io());
    var sources = new Sources(around.clock(), around.wallClock());
    this.statuses = new StatusNotes(api, few(), outside.leads(), around.statuses());
    var notes = new AuthorNotes(api, sources, around.clock(), few());
    var lanes = new Lanes(around.clock(), around.scheduler(), WIDTH);
    var gate = new VolumeGate.Around(around.clock(), around.scheduler(), plannerThread, few());
    var workshop =
        new Workshop(
            policy,
            outside,
            new Workshop.Shared(sources, proofs.ledger(), () -> lanes.ofTarget().on(io), notes),
            new Workshop.Around(gate, around.reporter(), around.random()));
    this.round =
        new Round(around.clock(), around.scheduler(), around.plannerThread(), policy.tick());
    this.fleet =
        new Fleet(
            around.clock(),
            sources,
            rules,
            new ServiceGroup.Ports(
                workshop,
                new ApiPods(api, around.clock(), around.scheduler(), few(), plannerThread),
                notes));
  }

  private Executor few() {
    return new Turnstile(REQUESTS).before(io);
  }

  /**
   * A watcher that asks this API server and speaks to targets over HTTP.
   *
   * @param leads whether this replica leads at this very moment
   */
  public static Watcher of(
      WatchPolicy policy, Api api, BooleanSupplier leads, Surroundings around) {
    var port = new ApiServerPort(api.requests(), api.proofs(), api.complaints());
    return new Watcher(policy, Outside.real(port, policy, around.judges(), leads), around);
  }

  /** A ConfigMap is there, or is another now; whether it has to be told when it is deleted. */
  public boolean configMap(ConfigMapFacts now) {
    plannerThread.execute(() -> fleet.configMap(now));
    return !rules.annotations(now).isEmpty();
  }

  /** A ConfigMap, or a Secret, was deleted. */
  public void configMapGone(ObjectName name, boolean secret) {
    plannerThread.execute(() -> fleet.configMapGone(new SourceName(name, secret)));
  }

  /** An EndpointSlice is there, or is another now. */
  public void slice(SliceFacts now) {
    plannerThread.execute(() -> fleet.slice(now));
  }

  /** An EndpointSlice was deleted. */
  public void sliceGone(ObjectName name) {
    plannerThread.execute(() -> fleet.sliceGone(name));
  }

  /** From now on this replica reloads; what the leader before has proven need not be again. */
  public void lead() {
    plannerThread.execute(
        () -> {
          long mine = ++term;
          io.execute(() -> lead(mine, api.proofs()));
        });
  }

  private void lead(long mine, Optional<String> kept) {
    plannerThread.execute(
        () -> {
          if (mine == term) {
            proofs.begin(kept);
            leading = true;
            fleet.lead();
          }
        });
  }

  /** Another replica is to reload: done when it can read what this one has proven. */
  public CompletableFuture<Void> handOver() {
    var done = new CompletableFuture<Void>();
    plannerThread.execute(() -> handOver(() -> done.complete(null)));
    return done;
  }

  private void handOver(Runnable then) {
    if (leading) {
      proofs.keep(fleet::uids, then);
    } else {
      then.run();
    }
    stand();
  }

  /** From now on another replica reloads. */
  public void follow() {
    plannerThread.execute(this::stand);
  }

  private void stand() {
    term++;
    leading = false;
    fleet.follow();
  }

  /** It is time to look at every target; called every few seconds. */
  public void tick() {
    plannerThread.execute(
        () -> {
          fleet.tick();
          round.begin(fleet.looks());
          if (leading) {
            proofs.keep(fleet::uids, () -> {});
            statuses.write(fleet::writtenStatus);
          }
        });
  }
}
