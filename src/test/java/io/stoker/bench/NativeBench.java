package io.stoker.bench;

import io.stoker.bench.AtRest.Goals;
import io.stoker.testbed.FileTree;
import io.stoker.testbed.StokerSetup;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the native executable as a program among others, beside prometheus-config-reloader and
 * configmap-reload, and writes docs/benchmarks-native.md.
 */
final class NativeBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int RUNS = 5;
  private static final int STARTS = 15;

  /** Of about 600 bytes each, so 5 MB. */
  private static final int JOBS = 8_500;

  private static final int FILES_OF_TEN_THOUSAND_LINES = 715;

  private final Path folder;
  private final Candidate stoker;

  /** Stoker and what is its baseline, if it is to be had. */
  private final List<Candidate> reloaders;

  /** These, and a program that reloads nothing at its start and proves nothing. */
  private final List<Candidate> all;

  private final List<Section> sections = new ArrayList<>();

  private NativeBench(
      Path folder,
      Candidate stoker,
      Optional<Candidate> baseline,
      Optional<Candidate> configmapReload) {
    this.folder = folder;
    this.stoker = stoker;
    this.reloaders = Stream.concat(Stream.of(stoker), baseline.stream()).toList();
    this.all = Stream.concat(reloaders.stream(), configmapReload.stream()).toList();
  }

  static void main(String[] arguments) throws IOException {
    var loadBefore = Machine.load();
    var folder = Files.createTempDirectory("stoker-bench-");
    var baseline = Machine.baseline(OUT);
    var bench =
        new NativeBench(
            folder,
            Candidate.stoker(StokerSetup.executable().orElseThrow()),
            baseline.map(Candidate::baseline),
            Machine.executable(Tool.CONFIGMAP_RELOAD, OUT).map(Candidate::configmapReload));
    bench.measure();
    FileTree.delete(folder);
    Files.writeString(
        Path.of("docs/benchmarks-native.md"), bench.report(Machine.markdown(baseline, loadBefore)));
    System.exit(0);
  }

  private void measure() {
    add("Executable", "Megabytes of the file.", all, this::size);
    try (var bed = Bed.make(folder, RuleFiles::longInVolume, 0)) {
      var start = new StartUp(STARTS);
      add("Start", StartUp.NOTE, all, one -> start.measure(one, isStoker(one), bed));
      boxed("one config", 5, bed);
      atRest("one config", Goals.of(31, 5, 0.01), bed);
    }
    try (var bed = Bed.make(folder, RuleFiles::longInVolume, FILES_OF_TEN_THOUSAND_LINES, JOBS)) {
      boxed(JOBS + " jobs and 10,000 lines of rules", 120, bed);
    }
    for (int files : List.of(200, 2_000)) {
      try (var bed = Bed.make(folder, RuleFiles::longInVolume, files)) {
        atRest("one config and " + files + " rule files", Goals.of(31, 5, 0.05), bed);
      }
    }
  }

  private List<Figure> size(Candidate one) {
    var megabytes = Samples.of(one.executable().toFile().length() / 1e6);
    return List.of(new Figure(one.name(), megabytes, goal(one, 80)));
  }

  private void boxed(String what, double goal, Bed bed) {
    if (!TightBox.possible()) {
      OUT.println("Not measured, since no control group can be made here: " + what);
      return;
    }
    var box = new InTightBox(RUNS);
    add(
        "In 10m and 50Mi: " + what,
        InTightBox.NOTE,
        reloaders,
        one -> box.measure(one, goal(one, goal), bed));
  }

  private void atRest(String what, Goals goals, Bed bed) {
    var rest = new AtRest(RUNS);
    add(
        "At rest: " + what,
        AtRest.NOTE,
        all,
        one -> rest.measure(one, isStoker(one) ? goals : Goals.NONE, bed));
  }

  private boolean isStoker(Candidate one) {
    return one.equals(stoker);
  }

  private OptionalDouble goal(Candidate one, double goal) {
    return isStoker(one) ? OptionalDouble.of(goal) : OptionalDouble.empty();
  }

  private void add(
      String title,
      String note,
      List<Candidate> candidates,
      Function<Candidate, List<Figure>> measure) {
    var figures = candidates.stream().flatMap(one -> measure.apply(one).stream()).toList();
    var section = new Section(title, note, figures);
    OUT.println(section.markdown());
    sections.add(section);
  }

  private String report(String facts) {
    return """
        # Benchmarks of the native executable

        Written by `make bench-native`; change nothing here by hand. How Stoker's figures are \
        explained stands in adr/0006-native-executable.md.

        %s
        %s"""
        .formatted(facts, sections.stream().map(Section::markdown).collect(Collectors.joining()));
  }
}
