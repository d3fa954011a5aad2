package io.stoker.simulation;

import java.util.ArrayList;
import java.util.List;

/** What strands wait for. */
record Bell(List<Strand> callers) {
  Bell() {
    this(new ArrayList<>());
  }
}
