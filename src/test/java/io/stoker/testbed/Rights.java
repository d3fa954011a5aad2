package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

/** What {@code --kubernetes} needs of the API server, no more. */
public final class Rights {
  public static final PolicyRule PODS = rule("pods", "get", "patch");
  public static final PolicyRule EVENTS = rule("events", "create", "patch");

  private Rights() {}

  /** What {@code role.yaml} of the watcher's manifests allows. */
  public static PolicyRule[] watcher() {
    return new PolicyRule[] {
      rule("configmaps", "get", "list", "watch"),
      in("discovery.k8s.io", rule("endpointslices", "get", "list", "watch")),
      PODS,
      EVENTS,
      in("coordination.k8s.io", rule("leases", "get", "create", "update", "patch"))
    };
  }

  private static PolicyRule in(String group, PolicyRule rule) {
    return new PolicyRuleBuilder(rule).withApiGroups(group).build();
  }

  public static PolicyRule configMap(String name) {
    return new PolicyRuleBuilder(rule("configmaps", "get", "list", "watch"))
        .withResourceNames(name)
        .build();
  }

  public static PolicyRule rule(String resource, String... verbs) {
    return new PolicyRuleBuilder()
        .withApiGroups("")
        .withResources(resource)
        .withVerbs(List.of(verbs))
        .build();
  }

  static Role role(String namespace, String name, PolicyRule... rules) {
    return new RoleBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withRules(rules)
        .build();
  }
}
