package io.stoker.served;

import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.How;
import io.stoker.served.Comparison.Unsure;
import java.util.Optional;

/** Collects what differs; only the weightiest is kept. */
final class Differences {
  private Optional<Different> different = Optional.empty();
  private Optional<Unsure> unsure = Optional.empty();

  void different(String path, How how, boolean certain) {
    if (different.isEmpty() || (certain && !different.get().certain())) {
      different = Optional.of(new Different(path, how, certain));
    }
  }

  void unsure(String why) {
    if (unsure.isEmpty()) {
      unsure = Optional.of(new Unsure(why));
    }
  }

  /** Whether nothing that follows can change the result. */
  boolean isDecided() {
    return different.filter(Different::certain).isPresent();
  }

  Comparison result() {
    if (isDecided() || unsure.isEmpty()) {
      return different.<Comparison>map(found -> found).orElseGet(Held::new);
    }
    return unsure.get();
  }
}
