package io.stoker.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.source.WatchedRoot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFilesCheckTest {
  private static final String MAIN = "rule_files: [rules/*.yml]\n";
  private static final String FAULTY = "groups:\n- name: a\n  rules: [{record: b}]\n";

  @TempDir private Path folder;
  private final List<String> files = new ArrayList<>();

  @Test
  void whatTheMainFileNamesIsKeptFromTheTargetWhenItIsFaulty() throws IOException {
    write("prometheus.yml", MAIN);
    write("rules/a.yml", FAULTY);

    CheckResult result = check(WatchedRoot.directory(folder), true);

    assertThat(result.hasErrors()).isTrue();
    assertThat(result.findings().getFirst().place()).hasToString(files.get(1) + ":3:11");
  }

  @Test
  void anotherProgramsFileInAWatchedFolderHoldsNothingUp() throws IOException {
    write("prometheus.yml", MAIN);
    write("loki/a.yml", FAULTY);
    write("empty", "");
    write("notes.txt", "nothing: of: prometheus");

    assertThat(check(WatchedRoot.directory(folder), true).findings()).noneMatch(Finding::isError);
  }

  @Test
  void withoutAMainFileNothingIsHeldUpButARefusalIsExplained() throws IOException {
    write("a.yml", FAULTY);

    assertThat(check(WatchedRoot.directory(folder), true).hasErrors()).isFalse();
    assertThat(check(WatchedRoot.directory(folder), false).hasErrors()).isTrue();
  }

  @Test
  void ofTwoMainFilesNobodyKnowsWhichIsRead() throws IOException {
    write("a/prometheus.yml", "global: [");
    write("b/prometheus.yml", MAIN);

    assertThat(check(WatchedRoot.directory(folder), true).hasErrors()).isFalse();
  }

  @Test
  void aCompressedMainFileIsReadAsTheTargetWill() throws IOException {
    Path main = folder.resolve("prometheus.yaml.gz");
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(main))) {
      packed.write("global: {scrape_interval: 1m}\n".getBytes(StandardCharsets.UTF_8));
    }
    files.add(main.toString());

    assertThat(check(WatchedRoot.configFile(main), true).findings()).isEmpty();
  }

  @Test
  void whatIsDoubtfulInSmallFilesIsToldAndLargeOnesArePassedOver() throws IOException {
    write("prometheus.yml", MAIN);
    var check = new WatchedFilesCheck(roots(), Expressions::unjudged, false);
    assertThat(check.doubts(files)).singleElement().matches(finding -> !finding.isError());

    write("prometheus.yml", MAIN + "#".repeat(1 << 20));
    assertThat(check.doubts(files)).isEmpty();
  }

  private CheckResult check(WatchedRoot root, boolean enforced) {
    return new WatchedFilesCheck(List.of(root), Expressions::unjudged, enforced)
        .check(files, List.of());
  }

  private List<WatchedRoot> roots() {
    return List.of(WatchedRoot.directory(folder));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    if (!files.contains(file.toString())) {
      files.add(file.toString());
    }
  }
}
