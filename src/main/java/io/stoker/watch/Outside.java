package io.stoker.watch;

import io.stoker.check.Expressions;
import io.stoker.target.Answer;
import io.stoker.target.ApiAccess;
import io.stoker.target.Endpoints;
import io.stoker.target.HttpTargets;
import io.stoker.target.SidecarState;
import io.stoker.target.Target;
import io.stoker.verify.ContentVerdict;
import io.stoker.verify.ContentVerifier;
import io.stoker.verify.Texts;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * All that the watcher speaks to.
 *
 * @param targets makes what speaks to a target
 * @param leads whether this replica leads at this very moment
 * @param sidecars asks the Stoker at an address for its status
 * @param judges makes what asks a target about expressions, for one check
 * @param comparisons makes what compares texts with what a target serves
 */
record Outside(
    ApiPort api,
    Function<TargetSpec, Target> targets,
    Function<TargetSpec, Expressions> judges,
    Comparisons comparisons,
    Function<URI, Answer<SidecarState>> sidecars,
    BooleanSupplier leads) {

  /**
   * Over HTTP.
   *
   * @param judges makes what asks a Prometheus about expressions, for one check
   */
  static Outside real(
      ApiPort api,
      WatchPolicy policy,
      Function<ApiAccess, Expressions> judges,
      BooleanSupplier leads) {
    var access = policy.access();
    var http = HttpTargets.ofMany(policy.reloadTimeout(), access.authorities());
    return new Outside(
        api,
        spec -> http.target(endpoints(spec, access), spec.profile()),
        spec -> judges.apply(http.api(endpoints(spec, access))),
        (target, spec) -> new ContentVerifier(target, spec.profile())::verify,
        http::sidecar,
        leads);
  }

  private static Endpoints endpoints(TargetSpec spec, TargetAccess access) {
    return new Endpoints(
        spec.instance().reload(), new AnnotationAdvice(spec), access.identity(spec));
  }

  /** Makes what compares texts with what a target serves; each may block. */
  @FunctionalInterface
  interface Comparisons {
    Function<Texts, ContentVerdict> with(Target target, TargetSpec spec);
  }
}
