/** Measures latency and cost beside a baseline of the same run: {@code make bench}. */
package io.stoker.bench;
