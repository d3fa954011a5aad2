package io.stoker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.stoker.debounce.MonotonicClock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture in ARCHITECTURE.md, held against the byte code. */
class ArchitectureTest {
  private static final JavaClasses STOKER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.stoker");
  private static final List<String> STAGES =
      List.of(
          "source fingerprint yaml check served debounce target verify report diagnose lastgood"
              .split(" ", -1));
  private static final String FRAMEWORKS =
      "(io\\.quarkus|io\\.micrometer|jakarta|com\\.fasterxml|io\\.smallrye|org\\.eclipse|io\\.vertx|picocli)\\b.*";

  @Test
  void thePackagesAreThoseOfThePicture() {
    assertThat(STOKER.stream().map(JavaClass::getPackageName).distinct())
        .containsExactlyInAnyOrder(
            Stream.concat(STAGES.stream(), Stream.of("reload", "kubernetes", "watch", "app"))
                .map(name -> "io.stoker." + name)
                .toArray(String[]::new));
  }

  @Test
  void packagesHaveNoCycles() {
    holds(slices().matching("io.stoker.(*)..").should().beFreeOfCycles());
  }

  @Test
  void noStageKnowsTheLoop() {
    for (String stage : STAGES) {
      holds(
          noClasses()
              .that()
              .resideInAPackage("io.stoker." + stage)
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage("io.stoker.reload", "io.stoker.app"));
    }
  }

  @Test
  void onlyTheProgramKnowsAll() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.stoker.app")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.stoker.app"));
  }

  @Test
  void stagesKnowOnlyWhatTheyAreGiven() {
    knowsOnly("source");
    knowsOnly("debounce");
    knowsOnly("target");
    knowsOnly("report", "check", "yaml");
    knowsOnly("fingerprint", "source");
    knowsOnly("yaml");
    knowsOnly("check", "source", "yaml");
    knowsOnly("served", "target", "yaml");
    knowsOnly("verify", "target", "served");
    knowsOnly("reload", "fingerprint", "check", "debounce", "target", "verify", "report");
    knowsOnly("diagnose", "source", "target", "served", "report");
    knowsOnly("lastgood", "source", "fingerprint", "target", "report");
    knowsOnly("kubernetes", "source", "fingerprint", "debounce", "report", "reload", "diagnose");
    knowsOnly(
        "watch",
        "fingerprint check debounce target verify report reload kubernetes yaml".split(" ", -1));
  }

  @Test
  void theCoreNeedsNoFramework() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "io.stoker.app", "io.stoker.report", "io.stoker.target", "io.stoker.kubernetes")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(FRAMEWORKS));
  }

  @Test
  void onlyOnePackageKnowsTheYamlParser() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.stoker.yaml")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml.."));
  }

  @Test
  void loggingGoesThroughOneDoor() {
    // Lifecycle gives the root's handlers their format, StructuredFormatter is that format
    holds(
        noClasses()
            .that()
            .doNotHaveSimpleName("Lifecycle")
            .and()
            .doNotHaveSimpleName("StructuredFormatter")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging", "org.jboss.logmanager", "org.slf4j.."));
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(
                packages("source fingerprint yaml check served debounce target verify"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jboss.logging"));
  }

  @Test
  void namesSayWhatAClassIs() {
    holds(
        classes()
            .should()
            .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Service|Common|Misc)"));
  }

  @Test
  void nobodyReflects() {
    holds(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
            .orShould()
            .callMethod(Class.class, "forName", String.class));
  }

  @Test
  void theCoreIsToldTheTime() {
    String[] core = packages("reload debounce verify fingerprint yaml check served source");
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(core)
            .and()
            .areNotAssignableTo(MonotonicClock.class)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class));
  }

  private static void knowsOnly(String name, String... others) {
    var known = resideInAPackage("io.stoker." + name);
    var rule = noClasses().that(known).should();
    for (String other : others) {
      known = known.or(resideInAPackage("io.stoker." + other));
    }
    holds(rule.dependOnClassesThat(resideInAPackage("io.stoker..").and(known.negate())));
  }

  private static String[] packages(String names) {
    return Arrays.stream(names.split(" ", -1))
        .map(name -> "io.stoker." + name)
        .toArray(String[]::new);
  }

  private static void holds(ArchRule rule) {
    rule.check(STOKER);
  }
}
