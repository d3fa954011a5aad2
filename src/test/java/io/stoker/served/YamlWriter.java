package io.stoker.served;

import io.stoker.served.Tree.Branch;
import io.stoker.served.Tree.Items;
import io.stoker.served.Tree.Leaf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Writes a configuration down as people do, each time otherwise. */
final class YamlWriter {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/.][\\w/.:-]*[\\w/]|[A-Za-z0-9]");
  private static final List<String> MUST_BE_PLAIN =
      List.of("bool", "int", "lowint", "float", "fraction");

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final Map<Branch, String> anchors = new HashMap<>();

  private YamlWriter(Random random) {
    this.random = random;
  }

  static String write(Tree tree, Random random) {
    var writer = new YamlWriter(random);
    writer.fields((Branch) tree, "");
    return writer.text.toString();
  }

  private void fields(Branch branch, String indent) {
    var names = new ArrayList<>(branch.fields().keySet());
    Collections.shuffle(names, random);
    for (String name : names) {
      comment(indent);
      text.append(indent).append(key(name)).append(':');
      value(branch.fields().get(name), indent);
    }
  }

  private void value(Tree value, String indent) {
    switch (value) {
      case Leaf leaf -> line(scalar(leaf, indent));
      case Items(List<Tree> items) when items.isEmpty() -> text.append(" []\n");
      case Items(List<Tree> items) -> items(items, indent);
      case Branch branch when branch.fields().isEmpty() -> text.append(" {}\n");
      case Branch branch -> branch(branch, indent);
    }
  }

  private void branch(Branch branch, String indent) {
    String known = anchors.get(branch);
    if (known != null) {
      text.append(
          random.nextBoolean() ? " *" + known + "\n" : "\n" + indent + "  <<: *" + known + "\n");
      return;
    }
    if (random.nextInt(4) == 0) {
      String anchor = "a" + anchors.size();
      anchors.put(branch, anchor);
      text.append(" &").append(anchor);
    }
    text.append('\n');
    fields(branch, indent + "  ");
  }

  private void items(List<Tree> items, String indent) {
    boolean flow = items.stream().allMatch(item -> item instanceof Leaf) && random.nextBoolean();
    if (flow) {
      var words = items.stream().map(item -> flowScalar((Leaf) item)).toList();
      text.append(" [").append(String.join(", ", words)).append("]\n");
      return;
    }
    String inner = indent + (random.nextBoolean() ? "  " : "");
    text.append('\n');
    for (Tree item : items) {
      comment(inner);
      text.append(inner).append('-');
      if (item instanceof Branch branch && !branch.fields().isEmpty()) {
        text.append(random.nextInt(3) == 0 ? " # item\n" : "\n");
        fields(branch, inner + "  ");
      } else {
        value(item, inner);
      }
    }
  }

  private String scalar(Leaf leaf, String indent) {
    boolean block = leaf.type().equals("text") && leaf.text().matches("[\\w#: ü]+( [\\w:]+)*");
    if (block && random.nextInt(6) == 0) {
      return "|-\n" + indent + "  " + leaf.text();
    }
    return flowScalar(leaf);
  }

  private String flowScalar(Leaf leaf) {
    boolean mayBePlain = PLAIN.matcher(leaf.text()).matches() && !leaf.text().equals("null");
    if (MUST_BE_PLAIN.contains(leaf.type()) || (mayBePlain && random.nextInt(3) > 0)) {
      return leaf.text();
    }
    boolean single = !leaf.text().contains("\n") && random.nextBoolean();
    return single ? "'" + leaf.text().replace("'", "''") + "'" : doubleQuoted(leaf.text());
  }

  private String key(String name) {
    return random.nextInt(8) == 0 || name.matches("y|on") ? "'" + name + "'" : name;
  }

  private static String doubleQuoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private void comment(String indent) {
    if (random.nextInt(10) == 0) {
      text.append(indent).append("# comment ").append(random.nextInt(100)).append('\n');
    }
  }

  private void line(String scalar) {
    boolean remark = scalar.indexOf('\n') < 0 && random.nextInt(10) == 0;
    text.append(' ').append(scalar).append(remark ? " # why\n" : "\n");
  }
}
