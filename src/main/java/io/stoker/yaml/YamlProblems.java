package io.stoker.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Puts the parser's refusals into words of its own, for its messages may repeat what the text
 * holds. Only those are certain that go-yaml v2.4.0 and v3.0.1 share; of the rest nothing is
 * claimed.
 */
final class YamlProblems {
  private static final String TAB = "TAB";
  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "mapping values are not allowed",
              "a ':' stands where no key can end",
              "put a value that contains ': ' into quotes, or mend the indentation"),
          new Kind(
              "could not find expected ':'",
              "this line is neither 'key: value' nor the rest of a value",
              "add the ':', or mend the indentation or the quotes"),
          new Kind(
              "expected <block end>",
              "this does not belong to the list or the keys above it",
              "mend the indentation, or the quotes of the line before"),
          new Kind(
              "expected ',' or",
              "a list in [] or keys in {} lack a ',' or their end",
              "add the ',' or the closing bracket"),
          new Kind(
              "found unexpected end of stream",
              "a quoted text begins here and never ends",
              "add the closing quote"),
          new Kind(
              "found unexpected document separator",
              "a quoted text begins here and does not end before '---' or '...'",
              "add the closing quote"),
          new Kind(TAB, "a tab stands where only spaces can indent", "replace the tab by spaces"),
          new Kind(
              "that cannot start any token",
              "a value cannot begin with this character",
              "put the value into quotes"),
          new Kind(
              "found unknown escape character",
              "no such escape is known after a backslash in double quotes",
              "double the backslash, or use single quotes"),
          new Kind(
              "expected escape sequence",
              "an escape in double quotes lacks hexadecimal digits",
              "double the backslash, or use single quotes"),
          new Kind(
              "sequence entries are not allowed",
              "a '- ' stands where no list can begin",
              "begin the list on a line of its own"),
          new Kind(
              "mapping keys are not allowed",
              "a '? ' stands where no key can begin",
              "put the value into quotes"),
          new Kind(
              "expected the node content",
              "a value is missing here",
              "add the value, or remove what announces it"));
  private static final Kind OTHER =
      new Kind("", "this is no YAML that Stoker can read", "compare it with YAML 1.1");

  private YamlProblems() {}

  private record Kind(String sign, String cause, String nextStep) {}

  /**
   * @param inFlow whether a bracket is open
   */
  static YamlRefusal of(MarkedYamlEngineException refusal, Position at, boolean inFlow) {
    boolean atTab = refusal.getProblemMark().filter(YamlProblems::isAtBlank).isPresent();
    String problem = refusal.getProblem() + (atTab ? TAB : "");
    Kind kind =
        KINDS.stream().filter(known -> problem.contains(known.sign())).findFirst().orElse(OTHER);
    Position shown = begins(refusal) ? YamlEvents.position(refusal.getContextMark()) : at;
    return new YamlRefusal(shown, kind.cause(), kind.nextStep(), isCertain(kind, refusal, inFlow));
  }

  /** Whether the place to look at is where the text in question begins, and not where it ends. */
  private static boolean begins(MarkedYamlEngineException refusal) {
    String context = String.valueOf(refusal.getContext());
    return refusal.getContextMark().isPresent()
        && (context.contains("simple key") || context.contains("quoted scalar"));
  }

  /**
   * go-yaml takes tabs within brackets, there a '?' for a key even without a space, and ends the
   * name of an anchor at a ':'.
   */
  private static boolean isCertain(Kind kind, MarkedYamlEngineException refusal, boolean inFlow) {
    boolean tab = kind.sign().equals(TAB);
    boolean key =
        refusal.getProblem().contains("but got :")
            && (followsQuestionMark(refusal) || !isFollowedByBlank(refusal.getProblemMark()));
    boolean anchor =
        Stream.of(refusal.getContextMark(), refusal.getProblemMark())
            .flatMap(Optional::stream)
            .anyMatch(YamlProblems::isAtAnchor);
    boolean ended = refusal.getContextMark().filter(YamlProblems::isAtBracket).isPresent();
    boolean block = refusal.getProblem().contains("<block end>");
    return !kind.equals(OTHER) && !(tab && inFlow) && !key && !anchor && !(ended && block);
  }

  /** Whether a '?' is within the brackets, as far as they have been read. */
  private static boolean followsQuestionMark(MarkedYamlEngineException refusal) {
    Mark begin = refusal.getContextMark().orElseThrow();
    int length = refusal.getProblemMark().orElseThrow().getIndex() - begin.getIndex();
    return Arrays.stream(begin.getBuffer())
        .skip(begin.getPointer())
        .limit(length)
        .anyMatch(character -> character == '?');
  }

  private static boolean isAtAnchor(Mark mark) {
    return "&*".indexOf(character(mark, 0)) >= 0;
  }

  /** Brackets that are followed by more are a key in YAML 1.2, and all that go-yaml reads. */
  private static boolean isAtBracket(Mark mark) {
    return "{[".indexOf(character(mark, 0)) >= 0;
  }

  private static boolean isAtBlank(Mark mark) {
    return " \t".indexOf(character(mark, 0)) >= 0;
  }

  /** Within brackets go-yaml takes a ':' for a part of the text unless white space follows. */
  private static boolean isFollowedByBlank(Optional<Mark> mark) {
    return mark.filter(at -> " \t\r\n\0".indexOf(character(at, 1)) >= 0).isPresent();
  }

  /** NUL at the end of the text. */
  private static int character(Mark mark, int offset) {
    int[] read = mark.getBuffer();
    int index = mark.getPointer() + offset;
    return index < read.length ? read[index] : 0;
  }
}
