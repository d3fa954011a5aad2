package io.stoker.served;

import io.stoker.served.Fields.Field;
import io.stoker.served.Tree.Branch;
import io.stoker.served.Tree.Items;
import io.stoker.served.Tree.Leaf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A configuration and the next one, which differ in one field. */
record Pair(Field field, Kind kind, Tree before, Tree after) {

  /** How they differ. */
  enum Kind {
    CHANGED,
    ADDED,
    REMOVED,
    ITEM_ADDED,
    ITEM_REMOVED,
    SPELLED,
    DEFAULT,
    SAME
  }

  /** Where a field is, and what makes its values. */
  record Site(List<Field> path, RandomConfig configs, RandomValues values, Random random) {
    Field field() {
      return path.getLast();
    }

    private Tree edited(Tree tree, java.util.function.UnaryOperator<Branch> change) {
      List<String> names = path.stream().map(Field::name).toList();
      return tree.edited(names.subList(0, names.size() - 1), change);
    }

    private Tree value(Tree tree) {
      var found = new ArrayList<Tree>();
      edited(
          tree,
          branch -> {
            found.add(branch.fields().get(field().name()));
            return branch;
          });
      return found.getFirst();
    }

    private Tree with(Tree tree, Tree value) {
      return edited(tree, branch -> branch.with(field().name(), value));
    }
  }

  /** A pair of this kind, if the field can have one. */
  static Optional<Pair> of(Site site, Kind kind) {
    Field field = site.field();
    Tree full = site.configs().with(site.path());
    Tree value = site.value(full);
    Tree less = site.edited(full, branch -> branch.without(field.name()));
    Optional<Tree> other =
        switch (kind) {
          case CHANGED ->
              field.inner().isPresent()
                  ? Optional.empty()
                  : Optional.of(site.with(full, site.values().otherThan(value, field.type())));
          case ADDED, REMOVED -> field.required() ? Optional.empty() : Optional.of(less);
          case ITEM_ADDED, ITEM_REMOVED -> longer(site, value).map(list -> site.with(full, list));
          case SPELLED -> Spellings.of(value, site.random()).map(leaf -> site.with(full, leaf));
          case DEFAULT ->
              field.standard().map(text -> site.with(less, new Leaf(field.type(), text)));
          case SAME -> Optional.of(full);
        };
    return other.map(
        tree ->
            switch (kind) {
              case ADDED -> new Pair(field, kind, tree, full);
              case DEFAULT -> new Pair(field, kind, less, tree);
              case ITEM_REMOVED -> new Pair(field, kind, tree, full);
              default -> new Pair(field, kind, full, tree);
            });
  }

  private static Optional<Tree> longer(Site site, Tree value) {
    if (!(value instanceof Items(List<Tree> items))) {
      return Optional.empty();
    }
    var more = new ArrayList<>(items);
    more.add(((Items) site.configs().value(site.field())).all().getFirst());
    Collections.rotate(more, site.random().nextInt(2));
    return Optional.of(new Items(more));
  }
}
