package dev.wasmscope.engine.jit;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has HotSpot's optimising compiler give way to the program, and to the compilers that make code
 * quickly, where there are more of them than processors: what it makes pays later. On Linux only,
 * where each thread of a process has a priority of its own.
 */
public final class OptimizerPriority {

  /** The threads of this process, a folder each. */
  private static final Path THREADS = Path.of("/proc/self/task");

  /** The name of the optimising compiler's threads, of which Linux knows the first characters. */
  private static final String OPTIMIZER = "C2 CompilerThre";

  /** Of two threads on one processor, the one that is so much nicer has a quarter of it. */
  private static final int NICER = 5;

  /** Of {@code setpriority}: what is named is a thread. */
  private static final int PRIO_PROCESS = 0;

  /** Where in a thread's {@code stat} its niceness is, counted from what follows its name. */
  private static final int NICENESS = 16;

  private OptimizerPriority() {}

  /** Lowers the priority; where that is not possible, everything stays as it is. */
  public static void lower() {
    try {
      for (int thread : optimizers()) {
        setNiceness(thread, niceness(thread) + NICER);
      }
    } catch (UncheckedIOException | UnsupportedOperationException e) {
      // A thread that has ended meanwhile, or another system.
    }
  }

  /** The numbers of the optimising compiler's threads. */
  static List<Integer> optimizers() {
    if (!Files.isDirectory(THREADS)) {
      return List.of();
    }
    try (Stream<Path> threads = Files.list(THREADS)) {
      return threads
          .filter(thread -> read(thread.resolve("comm")).strip().equals(OPTIMIZER))
          .map(thread -> Integer.valueOf(thread.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How nice a thread is: 0 as a rule, 19 at most. */
  static int niceness(int thread) {
    String stat = read(THREADS.resolve(thread + "/stat"));
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICENESS]);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("restricted") // three numbers are all it takes
  private static void setNiceness(int thread, int niceness) {
    Linker linker = Linker.nativeLinker();
    MethodHandle setpriority =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setpriority"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    try {
      int _ = (int) setpriority.invokeExact(PRIO_PROCESS, thread, niceness);
    } catch (Throwable e) {
      throw new UnsupportedOperationException(e);
    }
  }
}
