package io.stoker.target;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Asks the replica of Stoker that leads. A question takes two seconds at most, or three where
 * others are under way; no credentials are sent, and only what the one that was meant has answered
 * is taken.
 */
public final class ReplicaClient {
  /**
   * In a question the identity of the leader that it is meant for, who must answer it by itself; in
   * an answer that of who gave it.
   */
  public static final String LEADER = "Stoker-Leader";

  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration LIMIT = TIMEOUT.multipliedBy(2);

  /** Several thousand targets; they are held in memory until all is there. */
  private static final int LONGEST = 4 << 20;

  private static final int AT_A_TIME = 2;
  private static final int OK = 200;
  private static final CallFailure LATE = new CallFailure.TimedOut("no answer in time");

  private final LimitedClient<ReplicaHttp> client =
      new LimitedClient<>(
          () ->
              HttpTargets.http(ReplicaHttp.class, TIMEOUT, options -> options.setKeepAlive(false)),
          ReplicaHttp::close,
          LIMIT);

  private final Semaphore room = new Semaphore(AT_A_TIME);

  /**
   * What it answers.
   *
   * @param root where it serves
   * @param leader its identity
   * @param request path and query, from the first slash
   */
  public Answer<byte[]> ask(URI root, String leader, String request) {
    try {
      if (!room.tryAcquire(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        return missing(new CallFailure.Unavailable("too many wait for its answer"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return missing(LATE);
    }
    try {
      return client.call(http -> ask(http, root + request, leader), missing(LATE));
    } finally {
      room.release();
    }
  }

  private static Answer<byte[]> ask(ReplicaHttp http, String url, String leader) {
    try {
      RestResponse<InputStream> answer = http.ask(url, leader);
      try (InputStream body = answer.getEntity()) {
        require(answer, leader);
        return new Answer.Given<>(whole(body));
      }
    } catch (WebApplicationException e) {
      e.getResponse().close();
      return missing(HttpTarget.refused(e.getResponse().getStatus()));
    } catch (IOException | ProcessingException e) {
      return missing(CallFailures.of(e));
    }
  }

  /** Its address may be another's by now. */
  private static void require(RestResponse<InputStream> answer, String leader)
      throws UnexpectedAnswer {
    if (answer.getStatus() != OK) {
      throw new UnexpectedAnswer("HTTP " + answer.getStatus());
    }
    if (!leader.equals(answer.getHeaderString(LEADER))) {
      throw new UnexpectedAnswer("it is somebody else who answers there");
    }
  }

  private static byte[] whole(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new UnexpectedAnswer("its answer is longer than 4 MiB; ask with a smaller limit");
    }
    return bytes;
  }

  private static <T> Answer<T> missing(CallFailure failure) {
    return new Answer.Missing<>(failure);
  }
}
