package io.stoker.check;

import java.util.Optional;

/**
 * One thing that is wrong with a file. No part of it holds a secret.
 *
 * @param cause one sentence
 * @param nextStep what its author can do
 * @param excerpt absent where the position is, or where the line can no longer be read
 */
public record Finding(
    Severity severity, Place place, String cause, String nextStep, Optional<Excerpt> excerpt) {

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
