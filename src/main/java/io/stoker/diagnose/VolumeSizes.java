package io.stoker.diagnose;

import io.stoker.report.Diagnosis;
import io.stoker.source.MountedVolume;
import io.stoker.source.Snapshot;
import io.stoker.source.WatchedFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Judges by its files how large the ConfigMap of a volume is. */
final class VolumeSizes {
  private VolumeSizes() {}

  /** The volumes of a snapshot that can hardly grow. */
  static List<Diagnosis> nearLimit(Snapshot snapshot) {
    List<String> innermostFirst =
        snapshot.folders().stream()
            .filter(MountedVolume::isAt)
            .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
            .map(Path::toString)
            .toList();
    if (innermostFirst.isEmpty()) {
      return List.of();
    }
    var sizes = new TreeMap<String, Long>();
    for (WatchedFile file : snapshot.files()) {
      volume(innermostFirst, file)
          .ifPresent(volume -> sizes.merge(volume, file.stamp().size(), Long::sum));
    }
    return sizes.entrySet().stream()
        .flatMap(volume -> SizeLimit.near(volume.getKey(), volume.getValue()).stream())
        .toList();
  }

  private static Optional<String> volume(List<String> innermostFirst, WatchedFile file) {
    return innermostFirst.stream().filter(path -> file.name().startsWith(path + "/")).findFirst();
  }
}
