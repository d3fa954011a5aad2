package io.stoker.check;

/**
 * The line that a finding is about, without secrets.
 *
 * @param line at most 160 characters of it; tabs are single spaces
 * @param caret the index in it that the finding points at
 */
public record Excerpt(String line, int caret) {}
