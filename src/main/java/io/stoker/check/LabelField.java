package io.stoker.check;

/** One label or annotation. */
record LabelField(Position position, String name, Value value) {}
