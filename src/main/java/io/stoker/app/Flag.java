package io.stoker.app;

/**
 * Every flag of the sidecar: the one place that command line, environment, configuration keys and
 * docs/flags.md are made from. Names and meanings are those of prometheus-config-reloader v0.93.0
 * where it has the flag.
 */
enum Flag implements Option {
  CONFIG_FILE("", "", "the main configuration file; watched, and required for a reload"),
  WATCHED_DIR(
      "", "", "a folder whose files, with all below it, are watched; may be given more than once"),
  RELOAD_URL(
      "http://127.0.0.1:9090/-/reload",
      "http://127.0.0.1:9090/-/reload",
      "where a reload is requested; user:password@ is sent as basic authentication and never shown"),
  RUNTIMEINFO_URL(
      "",
      "http://127.0.0.1:9090/api/v1/status/runtimeinfo",
      "where the target tells of its run; by default derived from the reload URL",
      "a prefix then has to be given only once"),
  WATCH_INTERVAL(
      "5s",
      "3m",
      "how often all files are hashed and the target is looked at, whether or not a change was seen",
      "looking is cheap here: an unmoved ..data link and unchanged stamps are not read again, so what inotify misses, and drift, is found within seconds"),
  DELAY_INTERVAL(
      "150ms",
      "1s",
      "the quiet period: how long no file must change before a reload",
      "the kubelet swaps a volume at once, and --max-wait and --min-gap tame what does not end"),
  RETRY_INTERVAL(
      "5s",
      "5s",
      "the longest time between two tries while the target does not answer or proves nothing"),
  RELOAD_TIMEOUT(
      "30s", "30s", "how long a reload may take before its outcome is asked for otherwise"),
  LISTEN_ADDRESS(
      "", "", "where status, metrics and probes are served, such as :8080; empty opens no port"),
  LOG_FORMAT("logfmt", "logfmt", "logfmt or json"),
  LOG_LEVEL("info", "info", "all, debug, info, warn, error or none"),
  MAX_WAIT(
      "10s",
      null,
      "the longest time a change waits for quiet; by default at least twice the quiet period"),
  MIN_GAP(
      "2s",
      null,
      "the time between the end of a reload and the start of the next; at most --max-wait"),
  STOP_GRACE("5s", null, "how long a pending change may take after SIGTERM"),
  KEEP_LAST_GOOD(
      "",
      null,
      "a folder where the last proven configuration is kept; a Prometheus whose --config.file is FOLDER/current and the path of the main file starts with that one while it has refused the current one; with --watch-interval=0, to be run before Prometheus, Stoker only sees to that and ends"),
  CHECK(
      "warn",
      null,
      "off, warn or enforce: whether Stoker looks for faults in the files itself; warn explains what the target refuses, enforce also keeps faulty files from the target"),
  ON_DRIFT(
      "reload",
      null,
      "reload or report: whether a target that runs something else than was proven is reloaded, or only told until the files change"),
  TERMINATION_LOG(
      "/dev/termination-log",
      null,
      "a file, where there is one, that holds the reason while a target is not as it should be; Kubernetes shows it when the container has ended"),
  KUBERNETES(
      "false",
      null,
      "whether to watch the pod's ConfigMaps through the API server, make the kubelet bring a change at once, and write Events; needs a Role");

  private final String defaultValue;
  private final String original;
  private final String meaning;
  private final String whyAnother;

  Flag(String defaultValue, String original, String meaning) {
    this(defaultValue, original, meaning, "");
  }

  Flag(String defaultValue, String original, String meaning, String whyAnother) {
    this.defaultValue = defaultValue;
    this.original = original;
    this.meaning = meaning;
    this.whyAnother = whyAnother;
  }

  @Override
  public String defaultValue() {
    return defaultValue;
  }

  /** The default of prometheus-config-reloader; null where it has no such flag. */
  String original() {
    return original;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  /** Why the default is not the original one; empty where it is. */
  String whyAnother() {
    return whyAnother;
  }

  @Override
  public boolean repeatable() {
    return this == WATCHED_DIR;
  }

  @Override
  public boolean isSwitch() {
    return this == KUBERNETES;
  }
}
