package io.stoker.served;

import io.stoker.served.Comparison.How;
import io.stoker.served.Comparison.Unsure;
import io.stoker.target.ServedGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Compares rule files with the groups that Prometheus serves (2.53 and 3.5). Of files that it does
 * not serve nothing is said, since it may not be told to read them.
 */
public final class RulesComparison implements Consumer<ServedGroup> {
  private final List<RuleFile> files;
  private final Predicate<String> isThere;
  private final Differences differences = new Differences();
  private final Map<RuleFile, Set<String>> served = new HashMap<>();
  private final Set<String> paths = new HashSet<>();

  /**
   * A comparison with files; served groups are to be accepted one after the other.
   *
   * @param isThere whether a path is a file here, too, and so no file of another name
   */
  public RulesComparison(List<RuleFile> files, Predicate<String> isThere) {
    this.files = files;
    this.isThere = isThere;
  }

  @Override
  public void accept(ServedGroup group) {
    file(group.file()).ifPresent(file -> accept(file, group));
  }

  private void accept(RuleFile file, ServedGroup group) {
    paths.add(group.file());
    served.computeIfAbsent(file, none -> new HashSet<>()).add(group.name());
    GroupOutline mine = file.groups().get(group.name());
    GroupOutline theirs = GroupOutline.of(group);
    String path = path(file, group.name());
    if (mine == null) {
      differences.different(path, How.SURPLUS, true);
    } else if (!mine.mayBe(theirs)) {
      differences.different(path, How.CHANGED, true);
    } else if (!mine.queries().equals(theirs.queries())) {
      differences.unsure(path + " has queries in another spelling, or other ones");
    }
  }

  /** After the last group. */
  public Comparison result() {
    for (RuleFile file : files) {
      Set<String> names = served.getOrDefault(file, Set.of());
      if (names.isEmpty() && !file.groups().isEmpty()) {
        differences.unsure(file.name() + " is not served, so it may be none of the rule files");
      } else {
        file.groups().keySet().stream()
            .filter(name -> !names.contains(name))
            .forEach(name -> differences.different(path(file, name), How.MISSING, true));
      }
    }
    if (paths.size() > served.size()) {
      return new Unsure("several rule files have the same name");
    }
    return differences.result();
  }

  /** The file by its path, or by the end of it where Prometheus sees it in another folder. */
  private Optional<RuleFile> file(String path) {
    Optional<RuleFile> same = files.stream().filter(file -> file.name().equals(path)).findAny();
    if (same.isPresent() || isThere.test(path)) {
      return same;
    }
    List<RuleFile> alike =
        files.stream().filter(file -> end(file.name()).equals(end(path))).toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  private static String path(RuleFile file, String group) {
    return file.name() + ", group \"" + group + "\"";
  }

  /** The name of the file and of its folder: less would be too common. */
  private static String end(String path) {
    int folder = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
    return path.substring(folder + 1);
  }
}
