package io.stoker.simulation;

import io.stoker.target.ReloadReply;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** A reload request that arrived at the simulated Prometheus, which works it off whoever left. */
final class ReloadRequest {
  /** The number of those who reload beside Stoker. */
  static final int SOMEBODY_ELSE = 0;

  private final int client;
  private final Instant arrivedAt;
  private final Consumer<Version> reader;
  private Optional<Version> read = Optional.empty();
  private Optional<ReloadReply> reply = Optional.empty();
  private Optional<Instant> mayBeGivenUpAt = Optional.empty();
  private Optional<Instant> endedAt = Optional.empty();

  /**
   * @param client the number of the process that sent it
   * @param reader hears what the files held when work on it began
   */
  ReloadRequest(int client, Instant arrivedAt, Consumer<Version> reader) {
    this.client = client;
    this.reader = reader;
    this.arrivedAt = arrivedAt;
  }

  int client() {
    return client;
  }

  Instant arrivedAt() {
    return arrivedAt;
  }

  /** What the files held when its work began. */
  Optional<Version> read() {
    return read;
  }

  Optional<ReloadReply> reply() {
    return reply;
  }

  Optional<Instant> endedAt() {
    return endedAt;
  }

  /** When its client, which has left without an answer, may send another. */
  Optional<Instant> mayBeGivenUpAt() {
    return mayBeGivenUpAt;
  }

  void begin(Version files) {
    read = Optional.of(files);
    reader.accept(files);
  }

  void end(ReloadReply with, Instant at) {
    reply = Optional.of(with);
    endedAt = Optional.of(at);
  }

  void leave(Instant givenUpAt) {
    mayBeGivenUpAt = Optional.of(givenUpAt);
  }

  @Override
  public String toString() {
    return "reload of " + (client == SOMEBODY_ELSE ? "somebody else" : "Stoker " + client);
  }
}
