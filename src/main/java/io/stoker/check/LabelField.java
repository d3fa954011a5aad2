package io.stoker.check;

import io.stoker.yaml.Position;

/** One label or annotation. */
record LabelField(Position position, String name, Value value) {}
