package io.stoker.target;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;

/** The two kinds of requests that a target gets. */
@Path("")
interface TargetHttp extends AutoCloseable {

  /** For answers of a line or two. */
  @GET
  Response get(@Url String url, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

  @POST
  Response post(@Url String url, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

  /**
   * For answers of any length, which are never held in memory.
   *
   * @param encoding which the answer may have; null for none
   */
  @GET
  RestResponse<InputStream> stream(
      @Url String url,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encoding,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

  @Override
  void close();
}
