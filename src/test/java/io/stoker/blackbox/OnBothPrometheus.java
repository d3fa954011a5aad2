package io.stoker.blackbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs a class on every version in every form of the test run: together, the smoke test. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"PROMETHEUS_3", "PROMETHEUS_2"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface OnBothPrometheus {}
