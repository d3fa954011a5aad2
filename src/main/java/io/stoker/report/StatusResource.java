package io.stoker.report;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The reload status over HTTP. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class StatusResource {
  private final Journal journal;
  private final Diagnoses diagnoses;
  private final String version;

  /** What is served. */
  public record Status(
      String version, Collection<TargetStatus> targets, List<Diagnosis> diagnoses) {}

  @Inject
  StatusResource(
      Journal journal,
      Diagnoses diagnoses,
      @ConfigProperty(name = "stoker.version") String version) {
    this.journal = journal;
    this.diagnoses = diagnoses;
    this.version = version;
  }

  /** The state of every target, and what is set up wrongly. */
  @GET
  @Path("/status")
  public Status status() {
    return new Status(version, journal.statuses(), diagnoses.all());
  }

  /** The last cycles, newest first. */
  @GET
  @Path("/reloads")
  public List<ReloadEntry> reloads() {
    return journal.reports().stream().map(ReloadEntry::of).toList();
  }

  /** One cycle. */
  @GET
  @Path("/reloads/{id}")
  public ReloadEntry reload(long id) {
    return journal
        .report(id)
        .map(ReloadEntry::of)
        .orElseThrow(() -> new NotFoundException("cycle " + id + " is not among the last ones"));
  }
}
