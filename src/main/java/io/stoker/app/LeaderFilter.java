package io.stoker.app;

import io.stoker.report.ToldByLeader;
import io.stoker.target.ReplicaClient;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;

/**
 * Passes the leader's answer on where this replica stands by. A question that names the leader it
 * is meant for comes from another replica: it is never passed on, and nobody else answers it.
 */
@Provider
@ToldByLeader
public final class LeaderFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final int OK = 200;

  /** Misdirected Request, of RFC 9110. */
  private static final int MISDIRECTED = 421;

  /** Made before the program may be, and for a native executable even when that is built. */
  private final Instance<Program> program;

  @Inject
  LeaderFilter(Instance<Program> program) {
    this.program = program;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String meant = request.getHeaderString(ReplicaClient.LEADER);
    if (meant == null) {
      URI asked = request.getUriInfo().getRequestUri();
      replica()
          .flatMap(one -> one.askLeader(pathAndQuery(asked)))
          .ifPresent(
              json -> request.abortWith(Response.ok(json, MediaType.APPLICATION_JSON).build()));
    } else if (!replica().map(one -> one.leadsAs(meant)).orElse(false)) {
      request.abortWith(Response.status(MISDIRECTED).build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String meant = request.getHeaderString(ReplicaClient.LEADER);
    if (meant != null && response.getStatus() == OK) {
      response.getHeaders().putSingle(ReplicaClient.LEADER, meant);
    }
  }

  private Optional<WatchReplica> replica() {
    return program.get().replica();
  }

  private static String pathAndQuery(URI asked) {
    String query = asked.getRawQuery();
    return query == null ? asked.getRawPath() : asked.getRawPath() + "?" + query;
  }
}
