package io.stoker.watch;

import io.stoker.fingerprint.Content;
import io.stoker.reload.Baseline;
import io.stoker.reload.ProofMemory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The last proof of each target, as a digest of what was proven and of what the target said of
 * itself then: short enough to outlive the leader in an annotation of its Lease. Used by any
 * thread.
 */
final class ProofLedger {
  private static final int BYTES = 12;

  /** An object has 256 KiB for all its annotations; who is left out is proven anew. */
  private static final int LONGEST = 200 * 1024;

  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  /** Takes the place of all that is known. */
  void load(String text) {
    tokens.clear();
    text.lines()
        .map(line -> line.split(" ", 2))
        .filter(words -> words.length == 2)
        .forEach(words -> tokens.put(words[0], words[1]));
  }

  /** All of it, as {@link #load} reads it. */
  String text() {
    String all =
        tokens.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .sorted()
            .collect(Collectors.joining("\n"));
    return all.length() <= LONGEST ? all : all.substring(0, all.lastIndexOf('\n', LONGEST));
  }

  /** Forgets all targets but these. */
  void retain(Set<String> targets) {
    tokens.keySet().retainAll(targets);
  }

  /** The memory of one target. */
  ProofMemory of(String target) {
    return new ProofMemory() {
      @Override
      public boolean isOf(Content content) {
        return tokens.containsKey(target);
      }

      @Override
      public boolean holds(Content content, Baseline now) {
        return token(content, now).equals(tokens.get(target));
      }

      @Override
      public void keep(Content content, Baseline baseline) {
        tokens.put(target, token(content, baseline));
      }
    };
  }

  private static String token(Content content, Baseline said) {
    String proof =
        String.join(
            "\n",
            content.fingerprint().hex(),
            said.runtimeInfo().toString(),
            said.servedHash().orElse(""));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
