/** Judges configuration files before they are posted, as Prometheus itself would. */
package io.stoker.check;
