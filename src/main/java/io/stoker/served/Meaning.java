package io.stoker.served;

import io.stoker.yaml.PrometheusDuration;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text means where Prometheus wants a duration, a size, a number or a switch. */
final class Meaning {
  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Pattern WHOLE =
      Pattern.compile("([-+]?)(?:0x([0-9a-fA-F]+)|0b([01]+)|0o?([0-7]+)|([0-9]+))");
  private static final int[] BASES = {16, 2, 8, 10};

  /** Longer ones are no numbers that anybody means, and dear to work out. */
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d{1,30}\\.?\\d{0,30}|\\.\\d{1,30})([eE][-+]?\\d{1,3})?");

  /** A part of a size such as {@code 1MiB512KiB}; KB is 1024 bytes, too (alecthomas/units). */
  private static final Pattern SIZE = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,18})?)([KMGTPE]i?)?B");

  private static final String POWERS = "KMGTPE";
  private static final int UNIT_BITS = 10;
  private static final int LONGEST = 64;

  private Meaning() {}

  /** Whether both texts may stand for the same value. */
  static boolean isSame(String one, String other) {
    String a = one.strip();
    String b = other.strip();
    return a.equals(b)
        || isEqual(truth(a), truth(b))
        || isEqual(number(a), number(b))
        || isEqual(PrometheusDuration.milliseconds(a), PrometheusDuration.milliseconds(b))
        || isEqual(bytes(a), bytes(b))
        || Address.isSame(a, b);
  }

  /** Whether a text is what Prometheus leaves out, or takes for the wish to have the default. */
  static boolean isZero(String text) {
    return text.isBlank()
        || number(text).filter(number -> number.signum() == 0).isPresent()
        || PrometheusDuration.milliseconds(text).filter(time -> time.signum() == 0).isPresent()
        || bytes(text).filter(size -> size.signum() == 0).isPresent();
  }

  /** YAML 1.1, as Prometheus reads it. */
  static Optional<Boolean> truth(String text) {
    if (TRUE.contains(text)) {
      return Optional.of(true);
    }
    return FALSE.contains(text) ? Optional.of(false) : Optional.empty();
  }

  private static Optional<BigDecimal> number(String text) {
    String plain = text.replace("_", "");
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher whole = WHOLE.matcher(plain);
    if (whole.matches()) {
      for (int i = 0; i < BASES.length; i++) {
        String digits = whole.group(i + 2);
        if (digits != null) {
          return Optional.of(new BigDecimal(new BigInteger(whole.group(1) + digits, BASES[i])))
              .map(BigDecimal::stripTrailingZeros);
        }
      }
    }
    return DECIMAL.matcher(plain).matches()
        ? Optional.of(new BigDecimal(plain).stripTrailingZeros())
        : Optional.empty();
  }

  private static Optional<BigDecimal> bytes(String text) {
    Matcher part = SIZE.matcher(text);
    BigDecimal sum = BigDecimal.ZERO;
    int end = 0;
    while (end < text.length()
        && text.length() <= LONGEST
        && part.region(end, text.length()).lookingAt()) {
      sum = sum.add(new BigDecimal(part.group(1)).multiply(unit(part.group(2))));
      end = part.end();
    }
    return end == text.length() && end > 0
        ? Optional.of(sum.stripTrailingZeros())
        : Optional.empty();
  }

  private static BigDecimal unit(String name) {
    int power = name == null ? 0 : POWERS.indexOf(name.toUpperCase(Locale.ROOT).charAt(0)) + 1;
    return new BigDecimal(BigInteger.ONE.shiftLeft(power * UNIT_BITS));
  }

  private static <T> boolean isEqual(Optional<T> one, Optional<T> other) {
    return one.isPresent() && one.equals(other);
  }
}
