package io.stoker.target;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A target reached over HTTP: Prometheus, or one with its endpoints. */
final class HttpTarget implements Target {
  private final Endpoints endpoints;
  private final TargetHttp quick;
  private final TargetHttp patient;

  /**
   * @param quick answers or fails within seconds
   * @param patient waits as long as a reload may take
   */
  HttpTarget(Endpoints endpoints, TargetHttp quick, TargetHttp patient) {
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
    try (Response response = send(() -> quick.get(endpoints.ready(), authorization()))) {
      return response.getStatus() == 503 ? new Readiness.Starting() : new Readiness.Ready();
    } catch (ProcessingException e) {
      return new Readiness.Failed(CallFailures.of(e));
    }
  }

  @Override
  public ReloadReply reload() {
    try (Response response = send(() -> patient.post(endpoints.reload(), authorization()))) {
      return ReloadReplies.of(response.getStatus(), ReloadReplies.text(response));
    } catch (ProcessingException e) {
      return new ReloadReply.Failed(CallFailures.of(e));
    }
  }

  @Override
  public Answer<ConfigStatus> configStatus() {
    return ask(endpoints.metrics(), BodyParsers::configStatus);
  }

  @Override
  public Answer<RuntimeInfo> runtimeInfo() {
    return ask(endpoints.runtimeInfo(), BodyParsers::runtimeInfo);
  }

  @Override
  public Answer<String> servedConfigHash() {
    return ask(endpoints.servedConfig(), BodyParsers::hash);
  }

  private <T> Answer<T> ask(String url, BodyParser<T> parser) {
    try (InputStream body = new DeadlineStream(quick.stream(url, authorization()))) {
      return new Answer.Given<>(parser.parse(body));
    } catch (WebApplicationException e) {
      e.getResponse().close();
      return missing(new CallFailure.NotThere("HTTP " + e.getResponse().getStatus()));
    } catch (IOException | ProcessingException e) {
      return missing(CallFailures.of(e));
    }
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

  /** Reads what is needed from the body of an answer. */
  @FunctionalInterface
  private interface BodyParser<T> {
    T parse(InputStream body) throws IOException;
  }
}
