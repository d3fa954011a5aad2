package io.stoker.source;

/**
 * A file or folder that could not be read.
 *
 * @param name the path a container sees
 * @param cause one sentence without the path
 * @param blocking whether the target could not run without it, so that nothing must be reloaded
 *     before it is back
 */
public record SourceProblem(String name, String cause, boolean blocking) {

  SourceProblem asBlocking() {
    return new SourceProblem(name, cause, true);
  }

  @Override
  public String toString() {
    return name + ": " + cause;
  }
}
