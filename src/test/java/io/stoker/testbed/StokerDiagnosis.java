package io.stoker.testbed;

/** One diagnosis as {@code /api/v1/status} tells it. */
public record StokerDiagnosis(String code, String about, String cause, String fix) {}
