package io.stoker.served;

import io.stoker.served.Fields.Field;
import io.stoker.served.Tree.Branch;
import io.stoker.served.Tree.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random configurations that have a certain field. */
final class RandomConfig {
  private final Fields fields;
  private final RandomValues values;
  private final Random random;

  RandomConfig(Fields fields, RandomValues values, Random random) {
    this.fields = fields;
    this.values = values;
    this.random = random;
  }

  /** A configuration in which a path leads to a field. */
  Branch with(List<Field> path) {
    return branch(fields.root(), path, 0);
  }

  Tree value(Field field) {
    return value(field, List.of(), 1);
  }

  private Branch branch(List<Field> scope, List<Field> path, int depth) {
    Map<String, Tree> all = new LinkedHashMap<>();
    List<String> groups = new ArrayList<>();
    if (!path.isEmpty()) {
      groups.add(path.getFirst().group());
    }
    for (Field field : scope) {
      boolean forced = !path.isEmpty() && path.getFirst().equals(field);
      if (forced || (isWanted(field, depth) && isFree(field, groups))) {
        groups.add(field.group());
        List<Field> rest = forced ? path.subList(1, path.size()) : List.of();
        all.put(field.name(), value(field, rest, depth));
      }
    }
    return new Branch(all);
  }

  private Tree value(Field field, List<Field> rest, int depth) {
    if (field.inner().isEmpty()) {
      return values.of(field.type());
    }
    List<Field> scope = fields.in(field.inner().get());
    Branch first = branch(scope, rest, depth + 1);
    if (!field.isListOfFields()) {
      return first;
    }
    List<Tree> items = new ArrayList<>(List.of(first));
    for (int i = random.nextInt(3); i > 0; i--) {
      items.add(branch(scope, List.of(), depth + 1));
    }
    return new Items(items);
  }

  /** Deep inside only what has to be, or configurations would grow without end. */
  private boolean isWanted(Field field, int depth) {
    boolean discovery = field.scope().equals("discoveries") && !field.name().startsWith("static");
    int one = depth > 1 || discovery ? 25 : 4;
    return field.required() || (!field.slow() && random.nextInt(one) == 0);
  }

  private static boolean isFree(Field field, List<String> groups) {
    return field.group().isEmpty() || !groups.contains(field.group());
  }
}
