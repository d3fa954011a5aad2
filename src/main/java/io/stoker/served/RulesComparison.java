package io.stoker.served;

import io.stoker.served.Comparison.How;
import io.stoker.served.Comparison.Unsure;
import io.stoker.target.ServedGroup;
import java.nio.charset.StandardCharsets;
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
  private final Spelling spelling;
  private final Differences differences = new Differences();
  private final Map<RuleFile, Set<String>> served = new HashMap<>();
  private final Set<String> paths = new HashSet<>();
  private final CanonicalDigest digests = new CanonicalDigest();
  private byte[] digest = {};

  /** Judges queries which Prometheus spells its own way. */
  @FunctionalInterface
  public interface Spelling {
    /**
     * Whether the queries of a group mean the same in the file and as they are served; absent if
     * that cannot be told.
     *
     * @param file its name
     */
    Optional<Boolean> isSame(String file, ServedGroup served);
  }

  /**
   * A comparison with files; served groups are to be accepted one after the other.
   *
   * @param isThere whether a path is a file here, too, and so no file of another name
   */
  public RulesComparison(List<RuleFile> files, Predicate<String> isThere) {
    this(files, isThere, (file, served) -> Optional.empty());
  }

  /** The same, with a judge of queries. */
  public RulesComparison(List<RuleFile> files, Predicate<String> isThere, Spelling spelling) {
    this.files = files;
    this.isThere = isThere;
    this.spelling = spelling;
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
    digest = digests.of('r', digest, bytes(group.file() + group.name() + theirs));
    String path = path(file, group.name());
    if (mine == null) {
      differences.different(path, How.SURPLUS, true);
    } else if (!mine.mayBe(theirs)) {
      differences.different(path, How.CHANGED, true);
    } else if (!mine.queries().equals(theirs.queries())) {
      Optional<Boolean> same = spelling.isSame(file.name(), group);
      if (!same.orElse(false)) {
        differences.different(path, How.CHANGED, same.isPresent());
      }
    }
  }

  /** Whether any of the files is served. */
  public boolean isAnyServed() {
    return !served.isEmpty();
  }

  /** Names what is served of the files. */
  public String digest() {
    return CanonicalDigest.hex(digest);
  }

  /** After the last group. Only queries may differ without certainty. */
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
    List<RuleFile> alike = files.stream().filter(file -> isAlike(file.name(), path)).toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  private static String path(RuleFile file, String group) {
    return file.name() + ", group \"" + group + "\"";
  }

  /** The same ends; a name without a folder may be in any. */
  private static boolean isAlike(String mine, String path) {
    return mine.indexOf('/') < 0
        ? mine.equals(path.substring(path.lastIndexOf('/') + 1))
        : end(mine).equals(end(path));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The name of the file and of its folder: less would be too common. */
  private static String end(String path) {
    int folder = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
    return path.substring(folder + 1);
  }
}
