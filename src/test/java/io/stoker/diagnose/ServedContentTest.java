package io.stoker.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.report.Diagnosis.Code;
import io.stoker.report.Outcome.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ServedContentTest extends ServedContentCase {
  @Test
  void namesWhatIsServedOtherwiseUntilAnyReloadMendsIt() throws IOException {
    proven("1", OLD, OLD);
    proven("2", NEW, OLD);
    assertThat(codes()).containsExactly(Code.READS_ANOTHER_FILE);

    serve(NEW);
    report("2", Kind.PROVEN);
    assertThat(codes()).as("a restart leads to another reload of the same").isEmpty();
  }

  @Test
  void whatWasBlamedForALostChangeStaysSoWhileNothingMoves() throws IOException {
    proven("1", OLD, OLD);
    ticks(2);
    proven("2", "global: {scrape_interval: 5s}", OLD);
    proven("3", "global: {scrape_interval: 7s}", "global: {scrape_interval: 6s}");
    proven("4", "global: {scrape_interval: 8s}", "global: {scrape_interval: 6s}");
    ticks(12);
    assertThat(codes()).containsExactly(Code.READS_ANOTHER_FILE);

    serve("global: {scrape_interval: 8s}");
    ticks(12);
    assertThat(codes()).isEmpty();
  }

  @Test
  void blamesAPossibleSpellingOnlyWhenAChangeOfTheFileIsNotServed() throws IOException {
    proven("1", OLD, OLD);
    proven("2", "global: {scrape_interval: 5s}", "global: {scrape_interval: 6s}");
    assertThat(codes()).as("nothing is known of the time before").isEmpty();

    proven("3", "global: {scrape_interval: 7s}", "global: {scrape_interval: 6s}");
    assertThat(codes()).containsExactly(Code.READS_ANOTHER_FILE);
  }

  @Test
  void tellsOfWhichProofTheTargetDoesNotHaveTheRulesUntilItHasThem() throws IOException {
    Path rules = folder.resolve("rules.yml");
    Files.writeString(rules, "groups: [{name: new, rules: []}]");
    proven("1", OLD, OLD);
    target.rules = Optional.of(List.of(group(rules, "old")));
    now = "2";
    report("2", Kind.PROVEN, List.of(rules.toString()));
    assertThat(codes()).containsExactly(Code.RULES_UNCHANGED);
    assertThat(ofRules).singleElement().asString().startsWith("2 ").contains(rules.toString());

    target.rules = Optional.of(List.of(group(rules, "new")));
    ticks(12);
    assertThat(codes()).isEmpty();
    assertThat(ofRules).last().isEqualTo("2 has all");
  }

  @Test
  void readsACompressedFile() throws IOException {
    proven("1", OLD, OLD);
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(NEW.getBytes(StandardCharsets.UTF_8));
    }
    now = "2";
    serve(OLD);
    Files.write(main, bytes.toByteArray());
    report("2", Kind.PROVEN);

    assertThat(codes()).containsExactly(Code.READS_ANOTHER_FILE);
  }
}
