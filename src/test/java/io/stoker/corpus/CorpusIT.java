package io.stoker.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.check.Finding;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dcorpus.size} and {@code -Dcorpus.seed} try others. */
class CorpusIT {
  private static final int SIZE = Integer.getInteger("corpus.size", 500);
  private static final long SEED = Long.getLong("corpus.seed", 20_261_125L);
  private static final double SHOWN = 0.98;
  private static final int LEAST_OF_EACH_FIELD = 5;
  private static final Pattern LINE = Pattern.compile("(?:line |: )(\\d+)(?::\\d+)?:");

  private static final Pattern YAML = Pattern.compile("yaml: (?!unmarshal)|already set");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"PROMETHEUS_3", "PROMETHEUS_2"})
  void refusesNothingThatPrometheusAcceptsAndShowsWhatItRefuses(Tool version) throws IOException {
    List<Court.Ruling> rulings = new ArrayList<>();
    try (var court = new Court(version, folder)) {
      for (Specimen specimen : Corpus.of(SEED, SIZE)) {
        rulings.add(court.rule(specimen));
      }
    }
    List<Court.Ruling> refused = rulings.stream().filter(CorpusIT::isToBeShown).toList();
    List<Court.Ruling> unseen = refused.stream().filter(ruling -> !isShown(ruling)).toList();
    Figures.write(version, rulings, refused.size(), unseen);

    assertThat(rulings.stream().filter(Court.Ruling::accepted).filter(r -> r.check().hasErrors()))
        .isEmpty();
    assertThat(refused.size() - unseen.size())
        .isGreaterThanOrEqualTo((int) (SHOWN * refused.size()));
    assertThat(Figures.rareFields(rulings, LEAST_OF_EACH_FIELD)).isEmpty();
  }

  /**
   * All that is refused, but for the fields of scrape configuration files: those are not checked,
   * and Prometheus tells of them only in its log.
   */
  private static boolean isToBeShown(Court.Ruling ruling) {
    boolean fields =
        ruling.specimen().kind() == Specimen.Kind.SCRAPES && !YAML.matcher(ruling.words()).find();
    return !ruling.accepted() && !fields;
  }

  /** By the check, or for the main file by the answer to the reload. */
  private boolean isShown(Court.Ruling ruling) {
    return ruling.check().findings().stream().anyMatch(finding -> isRight(finding, ruling))
        || answerNamesTheFile(ruling);
  }

  private boolean isRight(Finding finding, Court.Ruling ruling) {
    String file = folder.resolve(ruling.specimen().kind().path()).toString();
    boolean sameFile =
        finding.place().file().equals(file) || ruling.words().contains(finding.place().file());
    boolean patternFinding = finding.cause().startsWith("no file matches");
    return sameFile
        && !patternFinding
        && finding.place().position().filter(at -> isRight(at.line(), ruling)).isPresent();
  }

  private static boolean isRight(int line, Court.Ruling ruling) {
    boolean named =
        LINE.matcher(ruling.words())
            .results()
            .anyMatch(found -> Math.abs(Integer.parseInt(found.group(1)) - line) <= 1);
    return named || ruling.specimen().isNear(line);
  }

  private static boolean answerNamesTheFile(Court.Ruling ruling) {
    String answer = ruling.words().lines().findFirst().orElse("");
    return ruling.specimen().kind() == Specimen.Kind.MAIN
        && answer.contains("parsing YAML file")
        && answer.contains(Specimen.Kind.MAIN.path());
  }
}
