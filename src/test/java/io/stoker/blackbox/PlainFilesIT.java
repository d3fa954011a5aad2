package io.stoker.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.testbed.FileTree;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Files in plain folders change, as people and editors change them. */
@OnChosenPrometheus
class PlainFilesIT {
  @Parameter Tool version;

  private PlainFolder folder;
  private Path main;
  private Path rules;
  private Pod pod;

  @BeforeParameterizedClassInvocation
  void start(Tool version, @TempDir Path temporary) throws IOException {
    folder = PlainFolder.in(temporary.resolve("config"));
    main = folder.main();
    rules = folder.rules();
    pod =
        Pod.start(
            version, temporary, main, setup -> setup.boundByPermissions().with("--min-gap=0s"));
  }

  @AfterParameterizedClassInvocation
  void stop() {
    pod.close();
  }

  @BeforeEach
  void startFromGoodContent() throws IOException {
    folder.restore("good");
    Patience.await("the good content runs").until(() -> pod.runs("good"));
    pod.awaitNothingFoundAfter(folder::touch);
    pod.stoker().awaitState("in-sync");
  }

  @Test
  void provesAFileEditedInPlace() throws IOException {
    var edited = Instant.now();
    Files.writeString(main, Texts.main("edited"));

    var reload = pod.awaitProven("edited", edited);

    assertThat(reload.changedFiles()).containsExactly(main.toString());
  }

  @Test
  void provesAFileReplacedByRename() throws IOException {
    var renamed = Instant.now();
    var draft = Files.writeString(main.resolveSibling(".prometheus.yml.swp"), Texts.main("moved"));
    Files.move(draft, main, StandardCopyOption.ATOMIC_MOVE);

    pod.awaitProven("moved", renamed);
  }

  @Test
  void provesRulesOfAFolderThatWasRemovedAndCreatedAgain() throws IOException {
    Files.writeString(rules.resolve("one.yml"), Texts.rules("before"));
    pod.awaitRulesProven("before", Instant.EPOCH);

    FileTree.delete(rules);
    Patience.await("the rules are gone").until(() -> !pod.evaluates("before"));
    Files.createDirectory(rules);
    var again = Instant.now();
    Files.writeString(rules.resolve("one.yml"), Texts.rules("after"));

    pod.awaitRulesProven("after", again);
    var edited = Instant.now();
    Files.writeString(rules.resolve("one.yml"), Texts.rules("watched"));
    pod.awaitRulesProven("watched", edited);
  }

  @Test
  void provesFilesInANewSubfolder() throws IOException {
    var sub = Files.createDirectory(rules.resolve("team"));
    Files.writeString(sub.resolve("a.yml"), Texts.rules("team-a"));
    var edited = Instant.now();
    Files.writeString(main, Texts.main("teams").replace("rules/*.yml", "rules/team/*.yml"));
    pod.awaitRulesProven("team-a", edited);

    var added = Instant.now();
    Files.writeString(sub.resolve("b.yml"), Texts.rules("team-b"));

    pod.awaitRulesProven("team-b", added);
  }

  @Test
  void waitsForAMainFileThatWasRemoved() throws IOException {
    Files.delete(main);
    var target = pod.stoker().awaitState("source-missing");
    assertThat(target.reason()).contains(main.toString()).contains("does not exist");

    var written = Instant.now();
    Files.writeString(main, Texts.main("back"));

    pod.awaitProven("back", written);
  }

  @Test
  void provesAMainFileThatWasEmptiedAndFilledAgain() throws IOException {
    Files.writeString(main, "");
    // an empty file is a valid configuration, to Prometheus
    Patience.await("the empty file is applied")
        .until(() -> !pod.prometheus().client().servedConfig().contains("revision"));

    var filled = Instant.now();
    Files.writeString(main, Texts.main("refilled"));

    pod.awaitProven("refilled", filled);
  }

  @Test
  void standsFilesShorterThanThreeBytes() throws IOException {
    Files.writeString(rules.resolve("short.yml"), "\n");
    Files.writeString(main, "a");
    pod.stoker().awaitState("rejected");

    var written = Instant.now();
    Files.delete(rules.resolve("short.yml"));
    Files.writeString(main, Texts.main("long"));

    pod.awaitProven("long", written);
  }

  @Test
  void namesAMainFileThatItMustNotRead() throws IOException {
    Modes.forbid(main);
    var target = pod.stoker().awaitState("source-missing");
    assertThat(target.reason()).contains(main.toString()).contains("permission denied");

    var allowed = Instant.now();
    Files.writeString(main, Texts.main("allowed"));
    Modes.allow(main);

    pod.awaitProven("allowed", allowed);
  }

  @Test
  void doesNotVouchForRulesThatItMustNotRead() throws IOException {
    var file = Files.writeString(rules.resolve("secret.yml"), Texts.rules("secret"));
    pod.awaitRulesProven("secret", Instant.EPOCH);

    Modes.forbid(file);
    var target = pod.stoker().awaitState("unverifiable");
    assertThat(target.reason()).contains(file.toString()).contains("permission denied");

    var allowed = Instant.now();
    Modes.allow(file);
    pod.stoker().awaitTarget(proven -> proven.provenAfter(allowed));
  }

  @Test
  void goesOnBesideALoopOfSymbolicLinks() throws IOException {
    Files.createSymbolicLink(rules.resolve("loop"), rules);
    Files.createSymbolicLink(rules.resolve("self"), Path.of("self"));
    var written = Instant.now();
    Files.writeString(main, Texts.main("looped"));

    Patience.await("it is applied").until(() -> pod.runs("looped"));
    pod.stoker().awaitTarget(target -> !target.inSync() || target.provenAfter(written));
    assertThat(pod.stoker().get("/healthz").ok()).isTrue();

    var unlooped = Instant.now();
    Files.delete(rules.resolve("loop"));
    Files.delete(rules.resolve("self"));
    pod.stoker().awaitTarget(target -> target.provenAfter(unlooped));
  }

  @Test
  void provesAChangeInOneOfTwoThousandRuleFiles() throws IOException {
    var many = Files.createDirectory(rules.resolve("many"));
    for (int i = 0; i < 2_000; i++) {
      Files.writeString(many.resolve(i + ".yml"), Texts.rules("many-" + i));
    }
    var edited = Instant.now();
    Files.writeString(main, Texts.main("many").replace("rules/*.yml", "rules/many/*.yml"));
    pod.awaitRulesProven("many-1999", edited);

    var changed = Instant.now();
    Files.writeString(many.resolve("1234.yml"), Texts.rules("one-of-many"));

    var reload = pod.awaitRulesProven("one-of-many", changed);
    assertThat(reload.changedFiles()).containsExactly(many.resolve("1234.yml").toString());
  }
}
