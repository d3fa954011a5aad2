package io.stoker.kubernetes;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.fabric8.kubernetes.client.dsl.InOutCreateable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.extended.run.RunOperations;

/**
 * The client in the native executable, without ways to kinds that Stoker has nothing to do with:
 * each would bring its model along, thousands of types in all. A JVM never sees this class.
 */
@SuppressWarnings({"rawtypes", "unused", "DoNotCallSuggester"})
@TargetClass(className = "io.fabric8.kubernetes.client.impl.KubernetesClientImpl")
final class ClientForFewKinds {

  /** API groups. */
  @Substitute
  void registerDefaultAdapters() {}

  /** Operations on a kind that others do not have, such as a pod's logs. */
  @Substitute
  void registerDefaultHandlers() {}

  @Substitute
  NonNamespaceOperation componentstatuses() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  MixedOperation bindings() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  MixedOperation endpoints() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  NonNamespaceOperation namespaces() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  NonNamespaceOperation nodes() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  NonNamespaceOperation persistentVolumes() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  MixedOperation persistentVolumeClaims() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  MixedOperation pods() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  MixedOperation replicationControllers() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  MixedOperation resourceQuotas() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  MixedOperation secrets() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  MixedOperation services() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  MixedOperation serviceAccounts() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  NonNamespaceOperation apiServices() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  MixedOperation limitRanges() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  NonNamespaceOperation certificateSigningRequests() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  InOutCreateable tokenReviews() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  MixedOperation leases() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  NonNamespaceOperation runtimeClasses() {
    throw new UnsupportedOperationException("left out of the native executable");
  }

  @Substitute
  RunOperations run() {
    throw new UnsupportedOperationException("left out of the native executable");
  }
}
