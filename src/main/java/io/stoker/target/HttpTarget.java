package io.stoker.target;

import io.stoker.target.TargetProfile.Account;
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

/** A target reached over HTTP. What its kind has not is not asked for. */
final class HttpTarget implements Target {
  private static final int SERVER_TROUBLE = 500;

  /** Megabytes of metrics or configuration shrink to a twentieth, with all work of receiving. */
  private static final String GZIP = "gzip";

  private static final CallFailure LATE = new CallFailure.TimedOut("no answer in time");

  private final Endpoints endpoints;
  private final TargetProfile profile;
  private final TargetClients clients;

  HttpTarget(Endpoints endpoints, TargetProfile profile, TargetClients clients) {
    this.endpoints = endpoints;
    this.profile = profile;
    this.clients = clients;
  }

  @Override
  public String name() {
    return endpoints.name();
  }

  @Override
  public Advice advice() {
    return endpoints.advice();
  }

  @Override
  public Readiness readiness() {
    return profile
        .readyPath()
        .map(endpoints::ready)
        .map(
            url ->
                clients.quick().call(http -> askReadiness(http, url), new Readiness.Failed(LATE)))
        .orElseGet(Readiness.Ready::new);
  }

  private Readiness askReadiness(TargetHttp http, String url) {
    try (Response response = send(() -> http.get(url, authorization()))) {
      return response.getStatus() == 503 ? new Readiness.Starting() : new Readiness.Ready();
    } catch (ProcessingException e) {
      return new Readiness.Failed(CallFailures.of(e));
    }
  }

  @Override
  public ReloadReply reload() {
    return clients.patient().call(this::askReload, new ReloadReply.Failed(LATE));
  }

  private ReloadReply askReload(TargetHttp http) {
    try (Response response = send(() -> http.post(endpoints.reload(), authorization()))) {
      return new ReloadReplies(advice()).of(response.getStatus(), ReloadReplies.text(response));
    } catch (ProcessingException e) {
      return new ReloadReply.Failed(CallFailures.of(e));
    }
  }

  @Override
  public Answer<ConfigStatus> configStatus() {
    return gauges(ReloadGauges::status);
  }

  /** Asked for at every tick, and too short to be worth unpacking. */
  @Override
  public Answer<RuntimeInfo> runtimeInfo() {
    return hasApi()
        ? ask(clients.quick(), endpoints.runtimeInfo(), null, BodyParsers::runtimeInfo)
        : gauges(ReloadGauges::runtimeInfo);
  }

  @Override
  public Answer<String> servedConfigHash() {
    return hasApi()
        ? ask(clients.quick(), endpoints.servedConfig(), GZIP, BodyParsers::hash)
        : gauges(ReloadGauges::configHash);
  }

  /** Reading may take longer than asking, since the file is read beside it. */
  @Override
  public <T> Answer<T> servedConfig(BodyReader<T> reader) {
    return hasApi() ? ask(clients.patient(), endpoints.servedConfig(), GZIP, reader) : none();
  }

  @Override
  public Answer<Integer> rules(Consumer<ServedGroup> groups) {
    return hasApi()
        ? ask(clients.patient(), endpoints.rules(), GZIP, body -> RuleGroups.read(body, groups))
        : none();
  }

  @Override
  public Answer<String> formatted(String query) {
    return hasApi()
        ? ask(clients.quick(), endpoints.formatQuery(query), null, BodyParsers::formatted)
        : none();
  }

  @Override
  public Answer<TargetFlags> flags() {
    return hasApi() ? ask(clients.quick(), endpoints.flags(), GZIP, BodyParsers::flags) : none();
  }

  private boolean hasApi() {
    return profile.account() == Account.API;
  }

  private <T> Answer<T> gauges(GaugeReader<T> reader) {
    return profile.account() == Account.NONE
        ? none()
        : ask(
            clients.quick(),
            endpoints.metrics(),
            GZIP,
            body -> reader.read(BodyParsers.gauges(body)));
  }

  /** Takes one fact from the gauges. */
  @FunctionalInterface
  private interface GaugeReader<T> {
    T read(ReloadGauges gauges) throws UnexpectedAnswer;
  }

  private <T> Answer<T> none() {
    return missing(
        new CallFailure.NotThere("targets of the profile " + profile.word() + " have none"));
  }

  private <T> Answer<T> ask(
      LimitedClient<TargetHttp> client, String url, String encoding, BodyReader<T> parser) {
    return client.call(
        http -> read(() -> http.stream(url, encoding, authorization()), parser), missing(LATE));
  }

  /** What anybody may ask for, of any server. */
  static <T> Answer<T> ask(LimitedClient<TargetHttp> client, String url, BodyReader<T> parser) {
    return client.call(http -> read(() -> http.stream(url, null, null), parser), missing(LATE));
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
  static CallFailure refused(int status) {
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
