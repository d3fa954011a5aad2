/**
 * The world around the packaged program: real processes, a kubelet's volume, a real API server and
 * a server that lies, for the black-box tests, the demo and the benchmark.
 */
package io.stoker.testbed;
