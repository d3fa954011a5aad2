package io.stoker.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Valid configurations and mutations of them, always the same for the same seed. */
final class Corpus {
  static final Path BASES = Path.of("src/test/resources/corpus");

  private static final int MOST_CHOICES = 10_000;

  private Corpus() {}

  /** All bases as they are, and then so many mutations that do change something. */
  static List<Specimen> of(long seed, int mutations) {
    List<Specimen> specimens = new ArrayList<>();
    for (String base : bases()) {
      specimens.add(new Specimen(specimens.size(), base, Mutation.NONE, 1, lines(base)));
    }
    int wanted = specimens.size() + mutations;
    JqwikSession.run(
        () -> {
          RandomGenerator<Specimen> generator = mutated().generator(MOST_CHOICES);
          var random = new Random(seed);
          while (specimens.size() < wanted) {
            Specimen next = generator.next(random).value();
            if (!next.lines().equals(lines(next.base()))
                || next.mutation() == Mutation.CARRIAGE_RETURNS) {
              specimens.add(numbered(specimens.size(), next));
            }
          }
        });
    return specimens;
  }

  private static Arbitrary<Specimen> mutated() {
    return Combinators.combine(
            Arbitraries.of(bases()),
            Arbitraries.of(Mutation.values()),
            Arbitraries.integers().between(0, MOST_CHOICES).withoutEdgeCases(),
            Arbitraries.integers().between(0, MOST_CHOICES).withoutEdgeCases())
        .as(Corpus::specimen);
  }

  private static Specimen specimen(String base, Mutation mutation, int place, int choice) {
    List<String> lines = lines(base);
    int at = place % lines.size();
    return new Specimen(0, base, mutation, at + 1, mutation.apply(lines, at, choice));
  }

  private static Specimen numbered(int number, Specimen other) {
    return new Specimen(number, other.base(), other.mutation(), other.line(), other.lines());
  }

  private static List<String> bases() {
    try (var files = Files.list(BASES)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String base) {
    try {
      return Files.readAllLines(BASES.resolve(base));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
