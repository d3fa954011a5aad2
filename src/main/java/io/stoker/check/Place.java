package io.stoker.check;

import io.stoker.yaml.Position;
import java.util.Optional;

/**
 * Where a finding is.
 *
 * @param file as it was named or found
 * @param position absent where the whole file is meant
 * @param part such as {@code group "x", rule 2, alert "Y"}; empty outside of rules
 */
public record Place(String file, Optional<Position> position, String part) {

  /** As compilers print it, such as {@code rules.yml:3:7}. */
  @Override
  public String toString() {
    return file + position.map(where -> ":" + where).orElse("");
  }
}
