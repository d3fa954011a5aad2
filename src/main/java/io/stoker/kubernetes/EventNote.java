package io.stoker.kubernetes;

/**
 * What an Event says.
 *
 * @param type {@code Normal} or {@code Warning}
 * @param reason in one word, such as {@code ConfigReloaded}
 * @param message cut after 1,024 characters, which is all that the API server takes
 */
public record EventNote(String type, String reason, String message) {}
