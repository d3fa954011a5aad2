package io.stoker.reload;

import io.stoker.target.RuntimeInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * What a target said of itself right after a reload was proven; another answer later is drift.
 *
 * @param runtimeInfo its run and last reload
 * @param servedHash the hash of the configuration as it serves it, if it does
 * @param hashedAt when that hash was last compared
 */
public record Baseline(RuntimeInfo runtimeInfo, Optional<String> servedHash, Instant hashedAt) {}
