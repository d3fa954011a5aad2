/** Leads the real core through random histories of faults in virtual time. */
package io.stoker.simulation;
