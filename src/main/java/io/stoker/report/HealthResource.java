package io.stoker.report;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The probes of the kubelet. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
  private final Readiness readiness;
  private final Pulse pulse;

  @Inject
  HealthResource(Readiness readiness, Pulse pulse) {
    this.readiness = readiness;
    this.pulse = pulse;
  }

  /** Whether the process answers at all; the answer of prometheus-config-reloader. */
  @GET
  @Path("/healthz")
  public Map<String, String> healthz() {
    return Map.of("status", "up");
  }

  /** Whether the planner thread still turns. */
  @GET
  @Path("/livez")
  public Response livez() {
    return pulse.beats()
        ? answer(true, "")
        : answer(false, "the planner thread does not answer its ticks");
  }

  /** Whether the process does what it is for; if not, why. */
  @GET
  @Path("/readyz")
  public Response readyz() {
    String missing = readiness.missing();
    return answer(missing.isEmpty(), missing);
  }

  private static Response answer(boolean well, String reason) {
    return Response.status(well ? 200 : 503)
        .entity(Map.of("status", well ? "up" : "down", "reason", reason))
        .build();
  }
}
