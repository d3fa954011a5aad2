package io.stoker.served;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares URLs as Go writes them down again: the scheme in small letters, odd characters escaped.
 */
final class Address {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:([^/?#@:]*)(?::[^/?#@]*)?@)?([^#]*)(#.*)?");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Address() {}

  /** Passwords are masked, so they are not compared. */
  static boolean isSame(String one, String other) {
    Matcher a = FORM.matcher(one);
    Matcher b = FORM.matcher(other);
    return a.matches() && b.matches() && normal(a).equals(normal(b));
  }

  private static String normal(Matcher parts) {
    String user = parts.group(2) == null ? "" : escaped(parts.group(2)) + "@";
    String fragment = parts.group(4) == null || parts.group(4).equals("#") ? "" : parts.group(4);
    return parts.group(1).toLowerCase(Locale.ROOT)
        + "://"
        + user
        + escaped(parts.group(3) + fragment);
  }

  private static String escaped(String text) {
    var all = new StringBuilder();
    for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
      if (next > ' ' && "\"<>\\^`{|}".indexOf(next) < 0) {
        all.append((char) next);
      } else {
        all.append('%').append(HEX.toHexDigits(next));
      }
    }
    return all.toString();
  }
}
