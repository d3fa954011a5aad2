package io.stoker.report;

import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Passes everything on to several reporters; the fault of one stops none of the others. */
public record Reporters(List<Reporter> reporters) implements Reporter {
  private static final Logger LOG = Logger.getLogger(Reporters.class);

  public Reporters {
    reporters = List.copyOf(reporters);
  }

  @Override
  public void reported(ReloadReport report) {
    each(reporter -> reporter.reported(report));
  }

  @Override
  public void changed(TargetStatus status) {
    each(reporter -> reporter.changed(status));
  }

  @Override
  public void gone(String target) {
    each(reporter -> reporter.gone(target));
  }

  private void each(Consumer<Reporter> call) {
    for (Reporter reporter : reporters) {
      try {
        call.accept(reporter);
      } catch (RuntimeException e) {
        LOG.error("a reporter failed; the others go on", e);
      }
    }
  }
}
