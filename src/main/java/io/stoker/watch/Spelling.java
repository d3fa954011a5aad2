package io.stoker.watch;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody may have meant. */
final class Spelling {
  private Spelling() {}

  /** The word that needs the fewest changes of a letter, of at least one word. */
  static String nearest(String written, Collection<String> words) {
    return words.stream()
        .min(Comparator.comparingInt(word -> distance(written, word)))
        .orElseThrow();
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
