package io.stoker.target;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lets other packages' tests read answers as the program does. */
public final class ServedGroups {
  private ServedGroups() {}

  /** The groups in an answer of Prometheus. */
  public static List<ServedGroup> of(String answer) throws IOException {
    var groups = new ArrayList<ServedGroup>();
    var bytes = new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8));
    RuleGroups.read(bytes, groups::add);
    return groups;
  }
}
