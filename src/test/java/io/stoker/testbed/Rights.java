package io.stoker.testbed;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;
import java.util.stream.Stream;

/** What {@code --kubernetes} needs of the API server, no more, and how accounts get rights. */
public final class Rights {
  public static final PolicyRule PODS = rule("pods", "get", "patch");
  public static final PolicyRule EVENTS = rule("events", "create");
  public static final PolicyRule SLICES =
      rule("discovery.k8s.io", "endpointslices", List.of("get", "list", "watch"));
  public static final PolicyRule LEASES =
      rule("coordination.k8s.io", "leases", List.of("get", "create", "update", "patch"));

  private Rights() {}

  public static PolicyRule configMap(String name) {
    return new PolicyRuleBuilder(rule("configmaps", "get", "list", "watch"))
        .withResourceNames(name)
        .build();
  }

  /** What {@code stoker watch} needs, and these besides. */
  public static PolicyRule[] watcher(PolicyRule... more) {
    return Stream.concat(
            Stream.of(rule("configmaps", "get", "list", "watch"), SLICES, PODS, EVENTS, LEASES),
            Stream.of(more))
        .toArray(PolicyRule[]::new);
  }

  public static PolicyRule rule(String resource, String... verbs) {
    return rule("", resource, List.of(verbs));
  }

  private static PolicyRule rule(String group, String resource, List<String> verbs) {
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(resource)
        .withVerbs(verbs)
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
