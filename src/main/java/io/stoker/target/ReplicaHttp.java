package io.stoker.target;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;

/** The one kind of request that another replica of Stoker gets. */
@Path("")
interface ReplicaHttp extends AutoCloseable {

  /**
   * Of any length.
   *
   * @param leader who is meant
   */
  @GET
  RestResponse<InputStream> ask(@Url String url, @HeaderParam(ReplicaClient.LEADER) String leader);

  @Override
  void close();
}
