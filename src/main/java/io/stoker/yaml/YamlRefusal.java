package io.stoker.yaml;

/** A text is no YAML to this parser. */
public final class YamlRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final Position position;
  private final boolean certain;
  private final String nextStep;

  /**
   * @param cause without anything that the text holds
   * @param certain whether go-yaml, which Prometheus reads with, refuses it as well
   */
  YamlRefusal(Position position, String cause, String nextStep, boolean certain) {
    super(cause);
    this.position = position;
    this.nextStep = nextStep;
    this.certain = certain;
  }

  /** Where reading stopped. */
  public Position position() {
    return position;
  }

  /** What a person should do, in one sentence. */
  public String nextStep() {
    return nextStep;
  }

  /** Whether go-yaml, which Prometheus reads with, refuses it as well. */
  public boolean isCertain() {
    return certain;
  }
}
