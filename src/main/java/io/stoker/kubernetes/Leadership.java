package io.stoker.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.stoker.debounce.Scheduler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One of several replicas leads, by a Lease that it renews every two seconds. Nobody leads twice at
 * a time: who cannot renew gives up after seven seconds by an alarm, be a request under way or not,
 * and others wait for ten. They see it vanish within 14 s, and at once if it was closed.
 *
 * <p>Not fabric8's LeaderElector (7.6): that tells of a loss only after its request has ended, ten
 * seconds later if the connection has gone silent, and compares clocks of different nodes.
 */
public final class Leadership implements AutoCloseable {
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(7);
  private static final String MEANWHILE = "another replica may lead";

  private final LeaseRequests requests;
  private final Tenure tenure;
  private final Candidate candidate;
  private final Surroundings around;
  private final String what;
  private final Complaints complaints = new Complaints();

  /** Held while asking, so that a release is never overtaken by a renewal. */
  private final ReentrantLock turn = new ReentrantLock();

  private volatile boolean closed;

  /** Hears of the own lead; called in order, by any thread, and must not block. */
  public interface Listener {
    void gained();

    /** No other has gained it yet. */
    void lost();
  }

  /**
   * Who wants to lead.
   *
   * @param lease made if it is not there
   * @param identity of this process and no other before or beside it: the pod's name and something
   *     random
   * @param status where the others can ask it while it leads, if anywhere
   */
  public record Candidate(ObjectName lease, String identity, Optional<URI> status) {}

  /**
   * Who leads.
   *
   * @param status where to ask it, if it says so: an IP address and a port
   */
  public record Leader(String identity, Optional<URI> status) {}

  /**
   * What it lives on.
   *
   * @param clock monotonic, begun at the time of day
   * @param io runs what blocks
   */
  public record Surroundings(InstantSource clock, Scheduler scheduler, Executor io) {}

  /** One that has not asked for anything yet. */
  public Leadership(
      Supplier<KubernetesClient> client,
      Candidate candidate,
      Listener listener,
      Surroundings around) {
    this.requests = new LeaseRequests(client, candidate.lease());
    this.tenure = new Tenure(candidate.identity(), around.clock(), around.scheduler(), listener);
    this.candidate = candidate;
    this.around = around;
    this.what = "hold the Lease " + candidate.lease();
  }

  /** Begins, and returns at once. */
  public void start() {
    around.io().execute(this::round);
  }

  /** Whether this process leads at this very moment. */
  public boolean leads() {
    return tenure.leads();
  }

  /** Who leads, as far as is known. */
  public Optional<Leader> leader() {
    return tenure.leader();
  }

  /** Why the lease cannot be read or written at this time, if so. */
  public Optional<String> failure() {
    return complaints.open().stream().findFirst();
  }

  /** Gives the lead up and lets another have it at once. Blocks for some seconds at most. */
  @Override
  public void close() {
    closed = true;
    tenure.end();
    if (waitForTurn()) {
      try {
        release();
      } catch (RuntimeException e) {
        complaints.failed(what, cause(e), "another replica waits until it expires");
      } finally {
        turn.unlock();
      }
    }
  }

  private void round() {
    Instant begun = now();
    turn.lock();
    try {
      if (!closed) {
        attempt();
        complaints.worked(what);
      }
    } catch (RuntimeException e) {
      complaints.failed(what, cause(e), MEANWHILE);
    } finally {
      turn.unlock();
    }
    if (!closed) {
      around.scheduler().at(begun.plus(Election.PERIOD), this::start);
    }
  }

  /** Who leads need not look first: if another took the lease, writing it fails. */
  private void attempt() {
    if (!leads()) {
      tenure.saw(requests.read());
    }
    if (tenure.known().mayTake(now()) && !take()) {
      tenure.saw(requests.read());
      retryOwn();
    }
  }

  /** It may have been written by a request whose answer was lost. */
  private void retryOwn() {
    if (tenure.known().isHolder()) {
      take();
    }
  }

  private boolean take() {
    Election before = tenure.known();
    Instant asked = now();
    LeaseObject lease = before.seen().orElseGet(() -> LeaseObject.unheld(requests.lease()));
    LeaseObject wanted =
        lease.heldBy(candidate.identity(), asked).servingStatusAt(candidate.status());
    Optional<LeaseObject> written = requests.write(wanted, before.seen().isEmpty());
    written.ifPresent(held -> tenure.won(held, asked));
    return written.isPresent();
  }

  private void release() {
    Election last = tenure.known();
    if (last.isHolder()) {
      last.seen()
          .map(lease -> lease.released(now()).servingStatusAt(Optional.empty()))
          .ifPresent(lease -> requests.write(lease, false));
    }
  }

  private boolean waitForTurn() {
    try {
      return turn.tryLock(LONGEST_ROUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Instant now() {
    return around.clock().instant();
  }

  private static String cause(RuntimeException failure) {
    return ApiFailures.cause(failure, ApiFailures.LEASES);
  }
}
