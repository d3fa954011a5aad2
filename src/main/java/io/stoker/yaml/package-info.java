/** Reads YAML as Prometheus does, a part at a time. */
package io.stoker.yaml;
