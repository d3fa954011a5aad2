package io.stoker.demo;

import io.stoker.testbed.StokerReload;
import io.stoker.testbed.StokerTarget;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The tutorial's chore, and the two mishaps that come with it. */
final class Chore {
  private static final Set<String> REFUSED = Set.of("rejected", "invalid");

  private final Stage stage;
  private final Narrator narrator;
  private final Observer observer;
  private final Tutorial tutorial = new Tutorial();

  Chore(Stage stage, Narrator narrator) {
    this.stage = stage;
    this.narrator = narrator;
    this.observer = stage.observer();
  }

  void play(Instant started) {
    firstJob(started);
    var traefik = stage.services().traefik();
    addJob("traefik", traefik);
    var redis = stage.services().redis();
    addJob("redis", stage.services().redisExporter(redis));
    breakIt();
    mendIt();
    killPrometheusInMidUpdate();
  }

  private void firstJob(Instant started) {
    narrator.chapter("Prometheus with its first job, prometheus, and Stoker beside it");
    tutorial.job("prometheus", "127.0.0.1:" + stage.prometheus().port());
    narrator.timed(
        "start → Prometheus scrapes itself", started, () -> observer.jobUp("prometheus"));
    stokerProves(started);
  }

  private void addJob(String job, Services.Service service) {
    narrator.chapter("Add job " + job + ": " + service.name() + " on " + service.address());
    var changed = write(tutorial.job(job, service.address()).text(), "job_name: " + job);
    narrator.timed(
        "file changed → target of job " + job + " is up", changed, () -> observer.jobUp(job));
    narrator.note("(a running Prometheus hands new targets to its scraper every 5 s)");
    if (job.equals("redis")) {
      narrator.timed(
          "file changed → redis_exporter_scrapes_total > 0",
          changed,
          () -> observer.positive("redis_exporter_scrapes_total"));
      narrator.check("redis_up", () -> "%.0f".formatted(observer.value("redis_up")));
    }
    stokerProves(changed);
  }

  private void breakIt() {
    narrator.chapter("A slip of the pen: " + Tutorial.BROKEN_FIELD);
    var broken = tutorial.with(Tutorial.BROKEN_FIELD + ": 2s");
    int line = Tutorial.lineOf(broken, Tutorial.BROKEN_FIELD);
    var before = observer.config();
    var changed = stage.volume().put(Tutorial.FILE, broken);
    narrator.timed("file changed → Stoker refuses it", changed, this::refusal);
    narrator.check(
        "the reason names file, line and field",
        () -> {
          var reason = stage.stoker().target().reason();
          narrator.note(reason);
          require(reason.contains(Tutorial.FILE), "no file name");
          require(reason.matches("(?s).*(line |:)" + line + "\\b.*"), "not line " + line);
          require(reason.contains(Tutorial.BROKEN_FIELD), "no field name");
          return "";
        });
    narrator.check(
        "Prometheus goes on with the config it had",
        () -> {
          require(observer.config().equals(before), "it serves another config");
          return observer.prometheus().targets().size() + " targets";
        });
  }

  private Instant refusal() {
    stage.stoker().awaitTarget(target -> REFUSED.contains(target.state()));
    return Instant.now();
  }

  private void mendIt() {
    narrator.chapter("The slip is corrected");
    stokerProves(write(tutorial.with("scrape_interval: 2s"), "scrape_interval: 2s"));
  }

  private void killPrometheusInMidUpdate() {
    narrator.chapter("Prometheus is killed in the middle of an update, and started again");
    stage.prometheus().pause();
    var changed = stage.volume().put(Tutorial.FILE, tutorial.with("scrape_interval: 3s"));
    narrator.timed("file changed → Stoker is at work", changed, this::busy);
    stage.prometheus().kill();
    var killed = Instant.now();
    narrator.timed("killed → Stoker says unreachable", killed, this::unreachable);
    var restarted = Instant.now();
    stage.prometheus().start();
    narrator.timed(
        "restarted → new config live in Prometheus",
        restarted,
        () -> observer.configHolds("scrape_interval: 3s"));
    stokerProves(restarted);
    narrator.note("and the next change:");
    stokerProves(write(tutorial.with("scrape_interval: 4s"), "scrape_interval: 4s"));
  }

  private Instant busy() {
    stage.stoker().awaitTarget(target -> !target.inSync());
    return Instant.now();
  }

  private Instant unreachable() {
    stage.stoker().awaitState("unreachable");
    return Instant.now();
  }

  /** Swaps the volume, and sees the change in the running Prometheus. */
  private Instant write(String config, String visible) {
    var changed = stage.volume().put(Tutorial.FILE, config);
    narrator.timed(
        "file changed → new config live in Prometheus",
        changed,
        () -> observer.configHolds(visible));
    return changed;
  }

  private void stokerProves(Instant since) {
    narrator.check(
        "by Stoker's own word: change → proven",
        () -> {
          var target = stage.stoker().awaitTarget(proven -> proven.provenAfter(since));
          var reload = newestProof();
          narrator.note(describe(target, reload));
          return reload.changeToProven().map(Narrator::seconds).orElse("proven at its start");
        });
  }

  private StokerReload newestProof() {
    return stage.stoker().reloads().stream().filter(StokerReload::proven).findFirst().orElseThrow();
  }

  private static String describe(StokerTarget target, StokerReload reload) {
    var stages =
        reload.stages().entrySet().stream()
            .map(entry -> String.format(Locale.ROOT, "%s %.1f", entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return "%s, sha256 %.12s…, trigger %s, stages in ms: %s"
        .formatted(target.state(), target.confirmed(), reload.trigger(), stages);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
