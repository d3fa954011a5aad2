package io.stoker.testbed;

/** What a {@link LyingServer} does with a request. */
public sealed interface Behaviour {

  /** As Prometheus would. */
  record Honest() implements Behaviour {}

  /** Says that the reload has succeeded, and changes nothing. */
  record OnlySaySo() implements Behaviour {}

  /** Refuses the reload for this reason, as Prometheus refuses a bad main file. */
  record Refuse(String reason) implements Behaviour {}

  /** Gives this answer and changes nothing. */
  record Answer(int status, String body) implements Behaviour {}

  /** Leaves the request open until it is told to behave otherwise; then that is done. */
  record Hang() implements Behaviour {}

  /** Cuts the connection with a TCP reset. */
  record Reset() implements Behaviour {}
}
