package io.stoker.verify;

import io.stoker.served.MainFile;
import io.stoker.served.RuleFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rule files among some texts.
 *
 * @param meanings of the files by their names, see {@link MainFile#canonical}
 * @param others the names of texts that are none, or cannot be read
 */
record RuleTexts(List<RuleFile> files, Map<String, String> meanings, Set<String> others) {

  static RuleTexts read(Texts texts, List<String> names) throws IOException {
    var all = new RuleTexts(new ArrayList<>(), new TreeMap<>(), new HashSet<>());
    for (String name : names) {
      Optional<RuleFile> file = RuleFile.read(name, () -> texts.open(name));
      Optional<String> meaning =
          file.isPresent() ? MainFile.read(() -> texts.open(name)).canonical() : Optional.empty();
      if (meaning.isPresent()) {
        all.files.add(file.get());
        all.meanings.put(name, meaning.get());
      } else {
        all.others.add(name);
      }
    }
    return all;
  }

  /** Besides those that are no more. */
  List<RuleFile> withRemoved(Set<String> before) {
    List<RuleFile> all = new ArrayList<>(files);
    before.stream()
        .filter(name -> !meanings.containsKey(name) && !others.contains(name))
        .map(RuleFile::removed)
        .forEach(all::add);
    return all;
  }

  boolean haveGroups() {
    return files.stream().anyMatch(file -> !file.groups().isEmpty());
  }
}
