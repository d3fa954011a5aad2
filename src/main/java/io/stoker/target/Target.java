package io.stoker.target;

import java.util.function.Consumer;

/**
 * One process that re-reads its configuration on request. Every call blocks up to a deadline of its
 * own and answers with a value: what goes wrong outside is never an exception.
 */
public interface Target {

  /** The reload URL without credentials and query. */
  String name();

  /** What people can do where it is not reached. */
  Advice advice();

  /** Whether a reload would be answered soon; while Prometheus replays its WAL a POST hangs. */
  Readiness readiness();

  /** Asks for a reload and waits until it is applied or refused. */
  ReloadReply reload();

  /** What the target's metrics say of its last reload. */
  Answer<ConfigStatus> configStatus();

  /**
   * What the target says of its run and its last reload; by Prometheus cheaper than {@link
   * #configStatus}, and to the second.
   */
  Answer<RuntimeInfo> runtimeInfo();

  /**
   * A hash of the configuration as the target serves it, or the one that its metrics tell of its
   * file; see {@link TargetProfile#ALERTMANAGER}.
   */
  Answer<String> servedConfigHash();

  /** What a reader makes of the configuration as the target serves it, as JSON. */
  <T> Answer<T> servedConfig(BodyReader<T> reader);

  /** Tells each rule group that the target has, one after the other; how many there were. */
  Answer<Integer> rules(Consumer<ServedGroup> groups);

  /** A query in Prometheus' own spelling, by its parser. */
  Answer<String> formatted(String query);

  /** How the target was started; does not change while its process runs. */
  Answer<TargetFlags> flags();
}
