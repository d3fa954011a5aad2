package io.stoker.verify;

import io.stoker.served.Comparison;
import io.stoker.served.Comparison.Different;
import io.stoker.served.Comparison.Held;
import io.stoker.served.Comparison.Unsure;
import io.stoker.served.ConfigFolder;
import io.stoker.target.Answer;
import io.stoker.target.CallFailure;
import io.stoker.target.Target;
import io.stoker.target.TargetFlags;
import io.stoker.verify.ContentVerdict.CannotTell;
import io.stoker.verify.ContentVerdict.Differs;
import io.stoker.verify.ContentVerdict.Holds;
import io.stoker.verify.ContentVerifier.TextComparison;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the main file and rule files among some texts with what Prometheus serves. */
final class PrometheusComparison implements TextComparison {
  private final Target target;
  private final ServedMainText main;
  private final ServedRuleTexts rules;

  PrometheusComparison(Target target) {
    this.target = target;
    this.main = new ServedMainText(target);
    this.rules = new ServedRuleTexts(target);
  }

  @Override
  public ContentVerdict verify(Texts texts) throws IOException {
    return switch (target.flags()) {
      case Answer.Missing<TargetFlags>(CallFailure failure) ->
          new CannotTell("Prometheus does not tell how it was started: " + failure.reason());
      case Answer.Given<TargetFlags>(TargetFlags flags) -> verify(texts, flags.configFile());
    };
  }

  private ContentVerdict verify(Texts texts, String configFile) throws IOException {
    String mainName = name(configFile);
    Optional<Comparison> ofMain =
        texts.names().contains(mainName)
            ? Optional.of(main.compare(() -> texts.open(mainName), ConfigFolder.of(configFile)))
            : Optional.empty();
    List<String> others = texts.names().stream().filter(name -> !name.equals(mainName)).toList();
    List<Comparison> all =
        Stream.of(ofMain, rules.compare(texts, others)).flatMap(Optional::stream).toList();
    return all.isEmpty() ? new CannotTell(nothing(mainName)) : verdict(all);
  }

  private static String nothing(String mainName) {
    return mainName.isEmpty()
        ? "Prometheus does not tell its --config.file, and no key is one of its rule files"
        : "no key is called %s, which Prometheus was started with, or is one of its rule files"
            .formatted(mainName);
  }

  /** What differs outweighs what cannot be told. */
  private static ContentVerdict verdict(List<Comparison> all) {
    return all.stream()
        .map(PrometheusComparison::verdict)
        .min(Comparator.comparingInt(PrometheusComparison::rank))
        .orElseThrow();
  }

  private static ContentVerdict verdict(Comparison comparison) {
    return switch (comparison) {
      case Different different -> new Differs(different.path() + " " + different.how().words());
      case Unsure(String why) -> new CannotTell(why);
      case Held held -> new Holds();
    };
  }

  private static int rank(ContentVerdict verdict) {
    return switch (verdict) {
      case Differs differs -> 0;
      case CannotTell unsure -> 1;
      case Holds holds -> 2;
    };
  }

  /** The last element of a path. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
