package io.stoker.watch;

import io.stoker.target.TargetProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads {@code stoker.io/…} annotations. A misspelled one is an error and not ignored: its author
 * would wait for a reload that never comes.
 */
final class Annotations {
  private static final String PREFIX = "stoker.io/";
  private static final String STATUS = PREFIX + "status";
  static final String RELOAD = PREFIX + "reload";
  private static final String PROFILE = PREFIX + "profile";
  private static final String PORT = PREFIX + "port";
  private static final String SCHEME = PREFIX + "scheme";
  private static final String PATH = PREFIX + "path";
  private static final String SERVER_NAME = PREFIX + "server-name";
  private static final String STAGGER = PREFIX + "stagger";
  private static final List<String> ALL =
      List.of(RELOAD, PROFILE, PORT, SCHEME, PATH, SERVER_NAME, STAGGER, STATUS);

  private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

  /** No address, which neither can be asked for by SNI nor has to be. */
  private static final String DNS_NAME = "(?=.{1,253}$)(" + LABEL + "\\.)*(?![0-9])" + LABEL;

  private static final int MOST_AT_A_TIME = 1000;

  private final Map<String, String> given;

  private Annotations(Map<String, String> given) {
    this.given = given;
  }

  /** What these annotations come to; those of others are ignored. */
  static Annotated read(Map<String, String> annotations) {
    Map<String, String> own =
        annotations.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(PREFIX))
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().strip()));
    if (own.isEmpty()) {
      return new Annotated.Nothing();
    }
    try {
      return new Annotated.Wanted(new Annotations(own).wish());
    } catch (IllegalArgumentException e) {
      return new Annotated.Wrong(e.getMessage());
    }
  }

  /** The same annotations, with names that all objects share: there may be thousands of them. */
  static Map<String, String> shared(Map<String, String> given) {
    return given.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(entry -> shared(entry.getKey()), Map.Entry::getValue));
  }

  private static String shared(String key) {
    int place = ALL.indexOf(key);
    return place < 0 ? key : ALL.get(place);
  }

  private ReloadWish wish() {
    given.keySet().stream()
        .filter(key -> !ALL.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException(
                  "there is no annotation %s; did you mean %s?"
                      .formatted(key, Spelling.nearest(key, ALL)));
            });
    return new ReloadWish(
        services(),
        text(PROFILE).map(this::profile).orElse(TargetProfile.PROMETHEUS),
        text(PORT).map(text -> matching(PORT, text, "[0-9]{1,5}|" + LABEL, "9090 or web")),
        text(SCHEME).map(text -> matching(SCHEME, text, "https?", "http or https")),
        text(PATH).map(text -> matching(PATH, text, "/[!-~]*", "/prometheus/-/reload")),
        text(SERVER_NAME)
            .map(text -> matching(SERVER_NAME, text, DNS_NAME, "prometheus.example.org")),
        text(STAGGER).map(Annotations::stagger).orElse(1),
        given.containsKey(STATUS));
  }

  private List<String> services() {
    List<String> services =
        text(RELOAD).stream()
            .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    if (services.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is missing or empty; it names the Service to reload, such as %s: prometheus"
              .formatted(RELOAD, RELOAD));
    }
    services.forEach(
        name ->
            matching(RELOAD, name, LABEL, "prometheus, the name of a Service in this namespace"));
    return services;
  }

  private TargetProfile profile(String word) {
    try {
      return TargetProfile.of(word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PROFILE + ": " + e.getMessage(), e);
    }
  }

  private static int stagger(String text) {
    int number = Integer.parseInt(matching(STAGGER, text, "[1-9][0-9]{0,3}", "1"));
    return Math.min(number, MOST_AT_A_TIME);
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(given.get(key)).filter(text -> !text.isEmpty());
  }

  private static String matching(String key, String text, String pattern, String example) {
    if (!text.matches(pattern)) {
      throw new IllegalArgumentException(
          "%s: \"%s\" is not understood; write for example %s".formatted(key, text, example));
    }
    return text;
  }
}
