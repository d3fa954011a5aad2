package io.stoker.watch;

import io.stoker.check.Expressions;
import io.stoker.kubernetes.ObjectName;
import io.stoker.target.Readiness;
import io.stoker.target.Target;
import java.util.function.Supplier;

/**
 * A target that judges expressions.
 *
 * @param service its pods take the same, for they are of one version and one set of flags
 * @param expressions asks the target, for one check
 */
record Judge(ObjectName service, Target target, Supplier<Expressions> expressions) {

  /** Whether it is worth asking. Blocks. */
  boolean answers() {
    return target.readiness() instanceof Readiness.Ready;
  }
}
