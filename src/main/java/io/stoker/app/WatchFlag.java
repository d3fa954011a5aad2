package io.stoker.app;

/** Every flag of {@code stoker watch}. */
enum WatchFlag implements Option {
  NAMESPACES(
      "",
      "the namespaces whose ConfigMaps and EndpointSlices are watched, separated by commas; by default the own one"),
  ALL_NAMESPACES("false", "watches all namespaces instead; needs a ClusterRole"),
  SELECTOR(
      "",
      "the labels of the ConfigMaps and Secrets to hear of, such as app=prometheus; the API server sends no others"),
  SECRETS("false", "whether annotated Secrets are watched like ConfigMaps"),
  RULES(
      "",
      "a YAML file that says what is reloaded for ConfigMaps which nobody may annotate (docs/watch.md)"),
  CA_FILE(
      "",
      "certificates in PEM of the authorities that vouch for targets over https, instead of the usual ones"),
  CREDENTIALS(
      "",
      "a folder, such as a mounted Secret, whose file SERVICE.NAMESPACE holds the user:password for that Service"),
  VOLUMES(
      "true",
      "whether the kubelet has to bring a change into a volume first; false for targets that read the API server or are fed otherwise"),
  DEADLINE(
      "3m",
      "how long a change may take to be live before it is called unconfirmed; the kubelet alone needs up to 80 s"),
  LEASE(
      "stoker-watch",
      "the Lease by which several replicas agree who reloads; empty for a single replica, which reloads without asking anybody"),
  WATCH_INTERVAL(
      "15s", "how often every target is looked at, whether or not a change was heard of"),
  DELAY_INTERVAL("0s", "how long no further change must come before a reload"),
  MAX_WAIT("10s", "the longest time a change waits for quiet"),
  MIN_GAP("2s", "the time between the end of a target's reload and the start of its next"),
  RETRY_INTERVAL(
      "15s", "the longest time between two tries while a target does not answer or proves nothing"),
  RELOAD_TIMEOUT("30s", "how long a reload may take before its outcome is asked for otherwise"),
  CHECK(
      "warn",
      "off, warn or enforce: whether Stoker looks for faults in the ConfigMaps of Prometheus itself; warn explains what a target refuses, enforce also keeps faulty ones from it"),
  ON_DRIFT(
      "reload",
      "reload or report: whether a target that runs something else than was proven is reloaded, or only told until its ConfigMaps change"),
  LISTEN_ADDRESS(":8080", "where status, metrics and probes are served; empty opens no port"),
  LOG_FORMAT("logfmt", "logfmt or json"),
  LOG_LEVEL("info", "all, debug, info, warn, error or none"),
  TERMINATION_LOG(
      "/dev/termination-log",
      "a file, where there is one, that gets the reason if the start fails; Kubernetes shows it when the container has ended");

  private final String defaultValue;
  private final String meaning;

  WatchFlag(String defaultValue, String meaning) {
    this.defaultValue = defaultValue;
    this.meaning = meaning;
  }

  @Override
  public String defaultValue() {
    return defaultValue;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public boolean repeatable() {
    return this == NAMESPACES;
  }

  @Override
  public boolean isSwitch() {
    return this == ALL_NAMESPACES || this == SECRETS || this == VOLUMES;
  }
}
