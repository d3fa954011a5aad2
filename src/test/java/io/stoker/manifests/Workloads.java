package io.stoker.manifests;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;

/** What a controller would make of a Deployment. */
public final class Workloads {
  private Workloads() {}

  /** A pod of a Deployment's template, with its name and namespace. */
  public static Pod pod(Deployment deployment) {
    var template = deployment.getSpec().getTemplate();
    return new PodBuilder()
        .withMetadata(template.getMetadata())
        .editMetadata()
        .withNamespace(deployment.getMetadata().getNamespace())
        .withName(deployment.getMetadata().getName())
        .endMetadata()
        .withSpec(template.getSpec())
        .build();
  }
}
