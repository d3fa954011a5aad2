package io.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulation that lets everything pass proves nothing. */
class BrokenRulesTest {
  private static final int ENOUGH_HISTORIES = 1000;

  @ParameterizedTest
  @MethodSource("rules")
  void aBrokenRuleIsFoundOut(Supplier<Variant> broken, String violation) {
    assertThat(Histories.firstFailure(ENOUGH_HISTORIES, broken))
        .hasValueSatisfying(
            failure ->
                assertThat(failure.cause())
                    .isInstanceOf(Violation.class)
                    .hasMessageContaining(violation));
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        rule("3, latest wins", BrokenRules.RetryHoldsNewContentBack::new, "waited"),
        rule("3, a retry reads again", BrokenRules.RetryDoesNotReadAgain::new, ""),
        rule("4", BrokenRules.UnansweredIsForgotten::new, "two requests in flight"),
        rule("5", BrokenRules.PlansAgainstConfirmed::new, "waited"),
        rule("6", BrokenRules.DoesNotReadAfter::new, "false green"),
        rule("9, maximum wait", BrokenRules.NoMaximumWait::new, "waited"),
        rule("9, minimum gap", BrokenRules.NoMinimumGap::new, "too soon"));
  }

  private static Arguments rule(String name, Supplier<Variant> broken, String violation) {
    return argumentSet("rule " + name, broken, violation);
  }
}
