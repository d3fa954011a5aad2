package io.stoker.testbed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test's methods a {@link KubernetesApi}: of the cluster that {@code STOKER_KUBECONFIG}
 * names, else of one API server for the whole run of tests, where each works in namespaces of its
 * own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedApi.class)
public @interface OnApiServer {}
