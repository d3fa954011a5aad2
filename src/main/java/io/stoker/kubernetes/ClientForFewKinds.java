package io.stoker.kubernetes;

import com.oracle.svm.core.annotate.*;

@SuppressWarnings({"all","rawtypes","unused"})
@TargetClass(className="io.fabric8.kubernetes.client.impl.KubernetesClientImpl")
final class FewKinds {
  @Substitute protected void registerDefaultAdapters() {}
  @Substitute protected void registerDefaultHandlers() {}

  @Substitute public io.fabric8.kubernetes.client.dsl.NonNamespaceOperation componentstatuses() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.MixedOperation bindings() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.MixedOperation endpoints() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.NonNamespaceOperation namespaces() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.NonNamespaceOperation nodes() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.NonNamespaceOperation persistentVolumes() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.MixedOperation persistentVolumeClaims() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.MixedOperation pods() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.MixedOperation replicationControllers() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.MixedOperation resourceQuotas() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.MixedOperation secrets() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.MixedOperation services() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.MixedOperation serviceAccounts() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.NonNamespaceOperation apiServices() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.MixedOperation limitRanges() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.NonNamespaceOperation certificateSigningRequests() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.InOutCreateable tokenReviews() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.MixedOperation leases() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.dsl.NonNamespaceOperation runtimeClasses() { throw new UnsupportedOperationException(); }
  @Substitute public io.fabric8.kubernetes.client.extended.run.RunOperations run() { throw new UnsupportedOperationException(); }
}
