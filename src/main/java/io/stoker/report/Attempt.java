package io.stoker.report;

/**
 * Which cycle this is.
 *
 * @param id counts all cycles of this process
 * @param target the target's name
 * @param attempts how many cycles ended this way one after the other, from 1
 */
public record Attempt(long id, String target, Trigger trigger, int attempts) {}
