package io.stoker.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The reload status over HTTP. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@ToldByLeader
public final class StatusResource {
  private final Journal journal;
  private final Diagnoses diagnoses;
  private final Standing.Known standing;
  private final String version;

  /**
   * What is served.
   *
   * @param standing null where there are no replicas
   * @param next the target after which the rest begins, if this is not all
   */
  public record Status(
      String version,
      @JsonUnwrapped Standing standing,
      List<TargetStatus> targets,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> next,
      List<Diagnosis> diagnoses) {}

  @Inject
  StatusResource(
      Journal journal,
      Diagnoses diagnoses,
      Standing.Known standing,
      @ConfigProperty(name = "stoker.version") String version) {
    this.journal = journal;
    this.diagnoses = diagnoses;
    this.standing = standing;
    this.version = version;
  }

  /**
   * The state of every target, by name, and what is set up wrongly.
   *
   * @param state only targets in this state, if given
   * @param source only targets fed by this ConfigMap, such as {@code monitoring/prometheus-config}
   * @param after only targets whose names come later
   * @param limit how many at most
   */
  @GET
  @Path("/status")
  public Status status(
      @QueryParam("state") String state,
      @QueryParam("source") String source,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue("1000") int limit) {
    List<TargetStatus> all =
        journal.statuses().stream()
            .filter(status -> state == null || status.verdict().state().word().equals(state))
            .filter(status -> source == null || status.sources().contains(source))
            .filter(status -> status.target().compareTo(after) > 0)
            .sorted(Comparator.comparing(TargetStatus::target))
            .limit(Math.max(limit, 0) + 1L)
            .toList();
    List<TargetStatus> page = all.subList(0, Math.min(all.size(), Math.max(limit, 0)));
    boolean more = page.size() < all.size() && !page.isEmpty();
    Optional<String> next = more ? Optional.of(page.getLast().target()) : Optional.empty();
    return new Status(version, standing.now().orElse(null), page, next, diagnoses.all());
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
