package io.stoker.target;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jboss.resteasy.reactive.RestResponse;

/** A target reached over HTTP: Prometheus, or one with its endpoints. */
final class HttpTarget implements Target {
  private static final int SERVER_TROUBLE = 500;

  /** Megabytes of metrics or configuration shrink to a twentieth, with all work of receiving. */
  private static final String GZIP = "gzip";

  private static final CallFailure LATE = new CallFailure.TimedOut("no answer in time");

  private final Endpoints endpoints;
  private final LimitedClient quick;
  private final LimitedClient patient;

  /**
   * @param quick answers or fails within seconds
   * @param patient waits as long as a reload may take
   */
  HttpTarget(Endpoints endpoints, LimitedClient quick, LimitedClient patient) {
    this.endpoints = endpoints;
    this.quick = quick;
    this.patient = patient;
  }

  @Override
  public String name() {
    return endpoints.name();
  }

  @Override
  public Readiness readiness() {
    return quick.call(this::askReadiness, new Readiness.Failed(LATE));
  }

  private Readiness askReadiness(TargetHttp http) {
    try (Response response = send(() -> http.get(endpoints.ready(), authorization()))) {
      return response.getStatus() == 503 ? new Readiness.Starting() : new Readiness.Ready();
    } catch (ProcessingException e) {
      return new Readiness.Failed(CallFailures.of(e));
    }
  }

  @Override
  public ReloadReply reload() {
    return patient.call(this::askReload, new ReloadReply.Failed(LATE));
  }

  private ReloadReply askReload(TargetHttp http) {
    try (Response response = send(() -> http.post(endpoints.reload(), authorization()))) {
      return ReloadReplies.of(response.getStatus(), ReloadReplies.text(response));
    } catch (ProcessingException e) {
      return new ReloadReply.Failed(CallFailures.of(e));
    }
  }

  @Override
  public Answer<ConfigStatus> configStatus() {
    return ask(endpoints.metrics(), GZIP, BodyParsers::configStatus);
  }

  /** Asked for at every tick, and too short to be worth unpacking. */
  @Override
  public Answer<RuntimeInfo> runtimeInfo() {
    return ask(endpoints.runtimeInfo(), null, BodyParsers::runtimeInfo);
  }

  @Override
  public Answer<String> servedConfigHash() {
    return ask(endpoints.servedConfig(), GZIP, BodyParsers::hash);
  }

  /** Reading may take longer than asking, since the file is read beside it. */
  @Override
  public <T> Answer<T> servedConfig(BodyReader<T> reader) {
    return ask(patient, endpoints.servedConfig(), GZIP, reader);
  }

  @Override
  public Answer<Integer> rules(Consumer<ServedGroup> groups) {
    return ask(patient, endpoints.rules(), GZIP, body -> RuleGroups.read(body, groups));
  }

  @Override
  public Answer<TargetFlags> flags() {
    return ask(endpoints.flags(), GZIP, BodyParsers::flags);
  }

  private <T> Answer<T> ask(String url, String encoding, BodyReader<T> parser) {
    return ask(quick, url, encoding, parser);
  }

  private <T> Answer<T> ask(
      LimitedClient client, String url, String encoding, BodyReader<T> parser) {
    return client.call(
        http -> read(() -> http.stream(url, encoding, authorization()), parser), missing(LATE));
  }

  private static <T> Answer<T> read(
      Supplier<RestResponse<InputStream>> call, BodyReader<T> parser) {
    try (InputStream body = body(call.get())) {
      return new Answer.Given<>(parser.read(body));
    } catch (WebApplicationException e) {
      e.getResponse().close();
      return missing(refused(e.getResponse().getStatus()));
    } catch (IOException | ProcessingException e) {
      return missing(CallFailures.of(e));
    }
  }

  private static InputStream body(RestResponse<InputStream> answer) throws IOException {
    boolean compressed =
        GZIP.equalsIgnoreCase(answer.getHeaderString(HttpHeaders.CONTENT_ENCODING));
    return compressed ? new GZIPInputStream(answer.getEntity()) : answer.getEntity();
  }

  /** What a server cannot do now it may do later; what it does not know it never will. */
  private static CallFailure refused(int status) {
    String reason = "HTTP " + status;
    return status < SERVER_TROUBLE
        ? new CallFailure.NotThere(reason)
        : new CallFailure.Unavailable(reason);
  }

  private static <T> Answer<T> missing(CallFailure failure) {
    return new Answer.Missing<>(failure);
  }

  /** The client throws answers of 400 and more, which here are answers as good as any. */
  private static Response send(Supplier<Response> call) {
    try {
      return call.get();
    } catch (WebApplicationException e) {
      return e.getResponse();
    }
  }

  private String authorization() {
    return endpoints.authorization().orElse(null);
  }
}
