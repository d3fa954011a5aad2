package io.stoker.served;

import io.stoker.served.Comparison.Unsure;
import io.stoker.yaml.YamlRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A main file of Prometheus, to be compared with what it serves. */
public final class MainFile {
  private final ConfigText text;
  private final Optional<FileOutline> outline;

  private MainFile(ConfigText text, Optional<FileOutline> outline) {
    this.text = text;
    this.outline = outline;
  }

  /** Reads all of a file, holding one item of it at a time. */
  public static MainFile read(ConfigText text) throws IOException {
    try {
      return new MainFile(text, FileOutline.of(text));
    } catch (YamlRefusal e) {
      return new MainFile(text, Optional.empty());
    }
  }

  /**
   * Names what the file means: comments, the order of keys, quotes, aliases and merges make no
   * difference. Absent if Stoker cannot read the file.
   */
  public Optional<String> canonical() {
    return outline.map(FileOutline::canonical);
  }

  /**
   * Compares the file with Prometheus' answer to {@code GET /api/v1/status/config}, which is read
   * as it comes in.
   *
   * @throws IOException when the file or the answer cannot be read
   */
  public Comparison comparedWith(InputStream answer, ConfigFolder folder) throws IOException {
    if (outline.isEmpty()) {
      return new Unsure("Stoker cannot read the main file as Prometheus does");
    }
    try (var sections = new FileSections(text, outline.get().keys())) {
      var comparison = new ServedWalk(sections, outline.get().keys(), folder);
      return comparison.compare(ServedText.of(answer));
    } catch (YamlRefusal e) {
      return new Unsure("a part is too large for Stoker, or it cannot read what is served");
    }
  }
}
