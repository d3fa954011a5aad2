/** What must hold of the packaged program, seen from outside, beside real Prometheus processes. */
package io.stoker.blackbox;
