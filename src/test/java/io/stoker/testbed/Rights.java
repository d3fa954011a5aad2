package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

/** What {@code --kubernetes} needs of the API server, no more, and how accounts get rights. */
public final class Rights {
  public static final PolicyRule PODS = rule("pods", "get", "patch");
  public static final PolicyRule EVENTS = rule("events", "create");

  private Rights() {}

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

  public static Role role(String namespace, String name, PolicyRule... rules) {
    return new RoleBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withRules(rules)
        .build();
  }

  /** Gives an account of some namespace, by its own name, what a Role of this name allows here. */
  public static RoleBinding bound(String namespace, String name, String accountsNamespace) {
    return new RoleBindingBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withNewRoleRef("rbac.authorization.k8s.io", "Role", name)
        .addNewSubject("", "ServiceAccount", name, accountsNamespace)
        .build();
  }
}
