package io.stoker.served;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * External labels, in which Prometheus puts variables of its environment ({@code os.Expand} of Go;
 * always since version 3, before with {@code expand-external-labels}). What they hold only it
 * knows.
 */
final class Variables {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(\\$|\\{[^}]*\\}?|[A-Za-z_0-9]\\w*|[*#@!?-])?");

  /** More would make the search dear. */
  private static final int MOST = 4;

  private Variables() {}

  /** Whether a text may be served so. */
  static boolean mayBecome(String written, String served) {
    if (written.equals(served) || written.indexOf('$') < 0) {
      return written.equals(served);
    }
    Matcher variable = VARIABLE.matcher(written);
    var form = new StringBuilder();
    int end = 0;
    if (variable.results().count() > MOST) {
      return true;
    }
    variable.reset();
    while (variable.find()) {
      form.append(Pattern.quote(written.substring(end, variable.start())));
      form.append("$$".equals(variable.group()) ? "\\$" : ".*");
      end = variable.end();
    }
    form.append(Pattern.quote(written.substring(end)));
    return Pattern.compile(form.toString(), Pattern.DOTALL).matcher(served).matches();
  }
}
