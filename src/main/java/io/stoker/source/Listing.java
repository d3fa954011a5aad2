package io.stoker.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found below one root. */
final class Listing {
  private final List<WatchedFile> files = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();
  private final List<SourceProblem> problems = new ArrayList<>();

  List<WatchedFile> files() {
    return files;
  }

  List<Path> folders() {
    return folders;
  }

  List<SourceProblem> problems() {
    return problems;
  }

  void file(String name, FileStamp stamp) {
    files.add(new WatchedFile(name, stamp));
  }

  void folder(Path folder) {
    folders.add(folder);
  }

  void problem(SourceProblem problem) {
    problems.add(problem);
  }

  /**
   * Sorts, and takes over the objects of an earlier listing where nothing changed, so that memory
   * holds them once.
   */
  Listing sharing(Listing earlier) {
    files.sort(Comparator.comparing(WatchedFile::name));
    int old = 0;
    for (int i = 0; i < files.size(); i++) {
      WatchedFile file = files.get(i);
      while (old < earlier.files.size()
          && earlier.files.get(old).name().compareTo(file.name()) < 0) {
        old++;
      }
      if (old < earlier.files.size() && earlier.files.get(old).equals(file)) {
        files.set(i, earlier.files.get(old));
      }
    }
    ((ArrayList<WatchedFile>) files).trimToSize();
    return this;
  }
}
