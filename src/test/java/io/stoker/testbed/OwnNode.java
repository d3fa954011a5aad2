package io.stoker.testbed;

import java.util.Optional;

/** The node of this machine's own that {@code src/test/scripts/cluster} has brought up. */
public final class OwnNode {
  private static final String SCRIPT = "src/test/scripts/cluster";

  private OwnNode() {}

  /** Whether the cluster under test is that node: a foreign one is not ours to break. */
  public static boolean isUnderTest() {
    return Optional.ofNullable(System.getenv("STOKER_KUBECONFIG"))
        .filter(OwnNode::isItsKubeconfig)
        .isPresent();
  }

  /**
   * Kills a part of it, which then is started anew.
   *
   * @param part {@code kubelet} or {@code kube-apiserver}
   */
  public static void kill(String part) {
    Tool.run(new ProcessBuilder(SCRIPT, "kill", part));
  }

  private static boolean isItsKubeconfig(String kubeconfig) {
    try {
      return Tool.run(new ProcessBuilder(SCRIPT, "status")).strip().equals(kubeconfig);
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
