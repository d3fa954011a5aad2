/**
 * The world around the packaged program: real processes, a kubelet's volume and a server that lies,
 * for the black-box tests, the demo and the benchmark.
 */
package io.stoker.testbed;
