package io.stoker.watch;

import io.stoker.check.CheckPolicy;
import io.stoker.debounce.Debouncer;
import io.stoker.reload.DriftPolicy;
import java.time.Duration;

/**
 * What the user asked for.
 *
 * @param rules for what nobody may annotate
 * @param volumes whether targets read volumes that the kubelet brings up to date
 * @param deadline from a change of a ConfigMap until it must be live
 * @param tick between two looks at a target
 * @param retryInterval the cap of the backoff
 * @param reloadTimeout the deadline of one reload request
 * @param check whether to look for faults in ConfigMaps of Prometheus
 * @param access how targets know us, and we them
 */
public record WatchPolicy(
    WatchRules rules,
    Debouncer debouncer,
    boolean volumes,
    Duration deadline,
    Duration tick,
    Duration retryInterval,
    Duration reloadTimeout,
    DriftPolicy onDrift,
    CheckPolicy check,
    TargetAccess access) {}
