/** The main job shown on a real Prometheus: {@code make demo}. */
package io.stoker.demo;
