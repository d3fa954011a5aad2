package io.stoker.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Scanner;

/**
 * What a process costs, by the kernel's account.
 *
 * <p>{@code /proc/PID/stat} counts in steps of 10 ms and the {@code schedstat} files forget threads
 * that have ended; the processor clock of the process does neither.
 */
record Footprint(long pid) {
  private static final MethodHandle CLOCK_OF_PROCESS = function("clock_getcpuclockid");
  private static final MethodHandle TIME = function("clock_gettime");

  /** Processor time of all its threads since its start, those that have ended included. */
  double cpuSeconds() {
    try (var arena = Arena.ofConfined()) {
      var clock = arena.allocate(JAVA_INT);
      var time = arena.allocate(JAVA_LONG, 2);
      int failed = (int) CLOCK_OF_PROCESS.invokeExact((int) pid, clock);
      failed |= (int) TIME.invokeExact(clock.get(JAVA_INT, 0), time);
      if (failed != 0) {
        throw new IllegalStateException("no processor clock for process " + pid);
      }
      return time.getAtIndex(JAVA_LONG, 0) + time.getAtIndex(JAVA_LONG, 1) / 1e9;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * MiB of resident memory.
   *
   * @param key as in {@code /proc/PID/status}
   */
  double mebibytes(String key) {
    return mebibytes("status", key);
  }

  /** MiB of resident memory, pages that several processes share divided among them. */
  double proportional() {
    return mebibytes("smaps_rollup", "Pss");
  }

  private double mebibytes(String file, String key) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/" + file))) {
      var line = lines.filter(text -> text.startsWith(key + ":")).findFirst().orElseThrow();
      try (var words = new Scanner(line).useLocale(Locale.ROOT)) {
        words.next();
        return words.nextLong() / 1024.0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(String name) {
    var linker = Linker.nativeLinker();
    MemorySegment address = linker.defaultLookup().findOrThrow(name);
    return linker.downcallHandle(address, FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  }
}
