/** Compares what a target serves with what the files hold. */
package io.stoker.served;
