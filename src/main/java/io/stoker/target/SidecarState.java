package io.stoker.target;

/**
 * What a Stoker beside a target tells of it.
 *
 * @param state a state word, such as {@code in-sync}
 */
public record SidecarState(String state, String reason) {}
