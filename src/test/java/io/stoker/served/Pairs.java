package io.stoker.served;

import io.stoker.served.Fields.Field;
import io.stoker.served.Pair.Kind;
import io.stoker.served.Pair.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Pairs of configurations for each field, changed in each way that it can be. */
final class Pairs {
  private static final int DEEPEST = 6;

  private final Fields fields;
  private final Random random;
  private final RandomConfig configs;
  private final RandomValues values;

  Pairs(Fields fields, long seed) {
    this.fields = fields;
    this.random = new Random(seed);
    this.values = new RandomValues(random);
    this.configs = new RandomConfig(fields, values, random);
  }

  /** Pairs of a field at random places, of one kind after the other; without end. */
  Stream<Pair> of(Field field) {
    List<List<Field>> places = places(field, fields.root(), List.of());
    List<Kind> kinds = new ArrayList<>(Arrays.asList(Kind.values()));
    Collections.shuffle(kinds, random);
    return Stream.iterate(0, i -> i + 1)
        .flatMap(i -> pair(places, kinds.get(i % kinds.size())).stream());
  }

  private Optional<Pair> pair(List<List<Field>> places, Kind kind) {
    List<Field> path = places.get(random.nextInt(places.size()));
    return Pair.of(new Site(path, configs, values, random), kind);
  }

  private List<List<Field>> places(Field wanted, List<Field> scope, List<Field> path) {
    List<List<Field>> found = new ArrayList<>();
    for (Field field : scope) {
      List<Field> here = new ArrayList<>(path);
      here.add(field);
      if (field.equals(wanted)) {
        found.add(here);
      }
      if (here.size() < DEEPEST && field.inner().isPresent()) {
        found.addAll(places(wanted, fields.in(field.inner().get()), here));
      }
    }
    return found;
  }

  Random random() {
    return random;
  }
}
