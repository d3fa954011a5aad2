package io.stoker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** All diagnoses that hold now; each is logged once when it appears and once when it is gone. */
public final class Diagnoses {
  private static final Logger LOG = Logger.getLogger("stoker");

  private final Map<String, List<Diagnosis>> byFinder = new TreeMap<>();

  /**
   * Takes the place of all that the same finder has found before; called by any thread.
   *
   * @param finder its name among all that find something
   */
  public synchronized void found(String finder, List<Diagnosis> now) {
    List<Diagnosis> before = all();
    byFinder.put(finder, List.copyOf(now));
    List<Diagnosis> after = all();
    after.stream().filter(one -> isNew(one, before)).forEach(Diagnoses::appeared);
    before.stream().filter(one -> isNew(one, after)).forEach(Diagnoses::gone);
  }

  /** Those that hold now; what several have found is one. */
  public synchronized List<Diagnosis> all() {
    var all = new ArrayList<Diagnosis>();
    byFinder.values().stream()
        .flatMap(List::stream)
        .filter(one -> isNew(one, all))
        .forEachOrdered(all::add);
    return all;
  }

  private static boolean isNew(Diagnosis one, List<Diagnosis> others) {
    return others.stream().noneMatch(one::isSame);
  }

  private static void appeared(Diagnosis diagnosis) {
    LOG.logv(
        Level.WARN,
        "diagnosis " + diagnosis.code().word(),
        named(diagnosis).with("cause", diagnosis.cause()).with("fix", diagnosis.fix()));
  }

  private static void gone(Diagnosis diagnosis) {
    LOG.logv(Level.INFO, "diagnosis gone: " + diagnosis.code().word(), named(diagnosis));
  }

  private static LogFields named(Diagnosis diagnosis) {
    return LogFields.none()
        .with("diagnosis", diagnosis.code().word())
        .with("about", diagnosis.about());
  }
}
