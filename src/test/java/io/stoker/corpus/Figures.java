package io.stoker.corpus;

import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of a run, printed and kept in target/corpus. */
final class Figures {
  private static final Path FOLDER = Path.of("target/corpus");

  /** The fields of the main parts. */
  private static final List<String> FIELDS =
      List.of(
          ("global scrape_interval scrape_timeout evaluation_interval external_labels rule_files"
                  + " scrape_config_files scrape_configs job_name static_configs targets labels"
                  + " metrics_path scheme params honor_labels honor_timestamps relabel_configs"
                  + " metric_relabel_configs source_labels target_label regex replacement action"
                  + " separator modulus basic_auth authorization tls_config file_sd_configs"
                  + " http_sd_configs dns_sd_configs sample_limit target_limit label_limit"
                  + " body_size_limit enable_compression alerting alertmanagers"
                  + " alert_relabel_configs remote_write queue_config write_relabel_configs"
                  + " remote_read storage exemplars groups name interval limit query_offset rules"
                  + " record alert expr for keep_firing_for annotations")
              .split(" "));

  private Figures() {}

  static void write(Tool version, List<Court.Ruling> rulings, int toShow, List<Court.Ruling> unseen)
      throws IOException {
    long accepted = rulings.stream().filter(Court.Ruling::accepted).count();
    long wronged =
        rulings.stream().filter(ruling -> ruling.accepted() && ruling.check().hasErrors()).count();
    long refused = rulings.size() - accepted;
    int shown = toShow - unseen.size();
    var text = new StringBuilder();
    text.append(
        "%s: %d configurations, %d accepted, of these %d refused by the check; %d refused, of these %d to be shown and %d shown (%.1f %%)%n"
            .formatted(
                Tool.version(version.executable()),
                rulings.size(),
                accepted,
                wronged,
                refused,
                toShow,
                shown,
                100.0 * shown / toShow));
    fields(rulings).forEach((field, count) -> text.append(field + " " + count + "; "));
    text.append("\nwrongly refused:\n");
    rulings.stream()
        .filter(ruling -> ruling.accepted() && ruling.check().hasErrors())
        .forEach(ruling -> text.append(described(ruling)));
    text.append("not shown:\n");
    unseen.forEach(ruling -> text.append(described(ruling)));
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(version + ".txt"), text);
    System.out.println(text.substring(0, text.indexOf("\nwrongly")));
  }

  static List<String> rareFields(List<Court.Ruling> rulings, int least) {
    return fields(rulings).entrySet().stream()
        .filter(entry -> entry.getValue() < least)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Long> fields(List<Court.Ruling> rulings) {
    var counts = new TreeMap<String, Long>();
    for (String field : FIELDS) {
      counts.put(field, rulings.stream().filter(r -> r.specimen().hasField(field)).count());
    }
    return counts;
  }

  private static String described(Court.Ruling ruling) {
    Specimen specimen = ruling.specimen();
    int at = Math.min(specimen.line(), specimen.lines().size());
    return "%s: %s%n    Prometheus: %s%n    check: %s%n"
        .formatted(
            specimen,
            specimen.lines().isEmpty() ? "" : specimen.lines().get(at - 1),
            ruling.words().strip().replace("\n", "\n        "),
            ruling.check().findings());
  }
}
