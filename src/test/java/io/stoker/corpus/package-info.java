/** The check beside what real Prometheus accepts and refuses, over hundreds of configurations. */
package io.stoker.corpus;
