package io.stoker.yaml;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations such as {@code 1h30m}, as Prometheus reads them (common v0.55.0 and v0.65.0). */
public final class PrometheusDuration {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d+)y)?(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");
  private static final long[] MILLISECONDS = {
    31_536_000_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L
  };

  /** About 292 years, in milliseconds. */
  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE / 1_000_000L);

  private PrometheusDuration() {}

  /** Milliseconds; absent if the text is no duration. */
  public static Optional<BigInteger> milliseconds(String text) {
    if (text.equals("0")) {
      return Optional.of(BigInteger.ZERO);
    }
    Matcher parts = FORM.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < MILLISECONDS.length; i++) {
      if (parts.group(i + 1) != null) {
        sum =
            sum.add(
                new BigInteger(parts.group(i + 1)).multiply(BigInteger.valueOf(MILLISECONDS[i])));
      }
    }
    return Optional.of(sum).filter(all -> all.compareTo(LONGEST) <= 0);
  }
}
