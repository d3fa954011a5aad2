package io.stoker.app;

import io.stoker.kubernetes.Leadership;
import io.stoker.kubernetes.Leadership.Leader;
import io.stoker.report.Standing;
import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.ReplicaClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The watcher as one of its replicas. Asked by any thread. */
final class WatchReplica implements Standing.Known {
  private final String identity;
  private final Optional<Leadership> leadership;
  private final Supplier<List<String>> failures;
  private final ReplicaClient client = new ReplicaClient();

  /** Why the leader's last answer is missing; it tells of the leader, whoever asked for it. */
  private volatile String missing = "it was not asked";

  /**
   * @param leadership empty where there is only one replica, which leads
   * @param failures what it cannot do at this time, a sentence each
   */
  WatchReplica(String identity, Optional<Leadership> leadership, Supplier<List<String>> failures) {
    this.identity = identity;
    this.leadership = leadership;
    this.failures = failures;
  }

  boolean leads() {
    return leadership.map(Leadership::leads).orElse(true);
  }

  /** Whether it is this leader, at this very moment. */
  boolean leadsAs(String leader) {
    return leader.equals(identity) && leads();
  }

  /** What the leader answers; empty where this one leads or the leader's answer is missing. */
  Optional<byte[]> askLeader(String pathAndQuery) {
    return leads() ? Optional.empty() : leader().flatMap(leader -> ask(leader, pathAndQuery));
  }

  @Override
  public Optional<Standing> now() {
    return Optional.of(
        leads()
            ? new Standing(identity, Optional.of(identity), Optional.empty(), failures.get())
            : standingBy(leader()));
  }

  private Standing standingBy(Optional<Leader> leader) {
    String why =
        leader
            .map(
                one ->
                    "%s leads and does not tell the states: %s".formatted(one.identity(), missing))
            .orElse("no replica leads at this time");
    return new Standing(identity, leader.map(Leader::identity), Optional.of(why), failures.get());
  }

  private Optional<byte[]> ask(Leader leader, String pathAndQuery) {
    if (leader.status().isEmpty()) {
      missing = "its Lease has no address; POD_IP is to be set by the downward API";
      return Optional.empty();
    }
    URI root = leader.status().get();
    return switch (client.ask(root, leader.identity(), pathAndQuery)) {
      case Answer.Given<byte[]>(byte[] json) -> Optional.of(json);
      case Answer.Missing<byte[]>(CallFailure failure) -> {
        missing = root + ": " + failure.reason();
        yield Optional.empty();
      }
    };
  }

  /** A Lease that still names this one is no other's. */
  private Optional<Leader> leader() {
    return leadership
        .flatMap(Leadership::leader)
        .filter(leader -> !leader.identity().equals(identity));
  }
}
