package io.stoker.served;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A configuration before it is written down. */
sealed interface Tree {

  /**
   * A value.
   *
   * @param type as fields.txt names it
   */
  record Leaf(String type, String text) implements Tree {}

  record Branch(Map<String, Tree> fields) implements Tree {
    Branch with(String name, Tree value) {
      var all = new LinkedHashMap<>(fields);
      all.put(name, value);
      return new Branch(all);
    }

    Branch without(String name) {
      var all = new LinkedHashMap<>(fields);
      all.remove(name);
      return new Branch(all);
    }
  }

  record Items(List<Tree> all) implements Tree {
    Items withAt(int index, Tree item) {
      var items = new ArrayList<>(all);
      items.set(index, item);
      return new Items(items);
    }
  }

  /** This tree with the branch changed that a path leads to; of lists always the first item. */
  default Tree edited(List<String> path, UnaryOperator<Branch> change) {
    return switch (this) {
      case Leaf leaf -> throw new IllegalStateException("a path ends at " + leaf);
      case Items items -> items.withAt(0, items.all().getFirst().edited(path, change));
      case Branch branch when path.isEmpty() -> change.apply(branch);
      case Branch branch -> {
        String name = path.getFirst();
        Tree inner = branch.fields().get(name);
        yield branch.with(name, inner.edited(path.subList(1, path.size()), change));
      }
    };
  }
}
