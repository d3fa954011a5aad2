package io.stoker.bench;

import java.util.List;

/** Resident memory of a reloader at this moment, in MiB. */
final class Memory {
  static final String NOTE =
      """
      MiB, for information: without a memory limit. The executable's own figures stand in benchmarks-native.md.
      """;

  private Memory() {}

  static List<Figure> of(String what, Reloader reloader) {
    var footprint = reloader.footprint();
    return List.of(
        Figure.of(what + ": VmRSS", Samples.of(footprint.mebibytes("VmRSS"))),
        Figure.of(what + ": RssAnon", Samples.of(footprint.mebibytes("RssAnon"))));
  }
}
