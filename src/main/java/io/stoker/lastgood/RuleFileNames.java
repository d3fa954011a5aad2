package io.stoker.lastgood;

import io.stoker.report.Diagnosis;
import io.stoker.source.WatchedRoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds names of rule files in main files that lead to the live files wherever the main file lies,
 * so that a copy of it would start with the very rules that were refused.
 *
 * @param mains the main files
 * @param live folders whose files are watched, each ending with a slash
 */
public record RuleFileNames(List<Path> mains, List<String> live) {
  /** Far more than any main file, so that a line is never too long for memory. */
  private static final long LONGEST = 4L * 1024 * 1024;

  private static final String BETWEEN_NAMES = "[\\s,\\[\\]\"']+";

  /** For all that is watched. */
  public static RuleFileNames in(List<WatchedRoot> roots) {
    return new RuleFileNames(
        roots.stream().filter(WatchedRoot::required).map(WatchedRoot::path).toList(),
        roots.stream()
            .map(root -> root.required() ? root.path().getParent() : root.path())
            .map(folder -> folder + "/")
            .distinct()
            .toList());
  }

  /** Those in the main files as they are now; one for each file. */
  List<Diagnosis> absolute() {
    return mains.stream().flatMap(main -> absolute(main).stream()).toList();
  }

  private Optional<Diagnosis> absolute(Path main) {
    try {
      return Files.size(main) > LONGEST
          ? Optional.empty()
          : first(main).map(name -> diagnosis(main, name));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> first(Path main) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(main)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<String> name = name(line.strip());
        if (name.isPresent()) {
          return name;
        }
      }
      return Optional.empty();
    }
  }

  /** Only lists name files that must be good at a start; a {@code password_file} is no such. */
  private Optional<String> name(String line) {
    boolean list =
        line.startsWith("-")
            || line.startsWith("rule_files:")
            || line.startsWith("scrape_config_files:");
    return list
        ? Arrays.stream(line.split(BETWEEN_NAMES, -1))
            .filter(word -> live.stream().anyMatch(word::startsWith))
            .findFirst()
        : Optional.empty();
  }

  private static Diagnosis diagnosis(Path main, String name) {
    return new Diagnosis(
        Diagnosis.Code.ABSOLUTE_RULE_FILES,
        main.toString(),
        "%s names %s by its absolute path, so a kept copy of it would read the live rules"
            .formatted(main, name),
        "name it relative to the main file");
  }
}
