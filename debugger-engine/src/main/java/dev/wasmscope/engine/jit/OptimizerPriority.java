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
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Has HotSpot's optimising compiler give way to a program of one thread, and to the compilers that
 * make code quickly, where there are more of them than processors: what it makes pays later. A
 * program of several threads could keep all processors from it for long, so it does not give way to
 * them. On Linux only, where each thread of a process has a priority of its own.
 */
public final class OptimizerPriority {

  /** Of two threads on one processor, one that is ten steps nicer has a tenth. */
  public static final OptimizerPriority OF_PROCESS = new OptimizerPriority(10);

  /** The threads of this process, a folder each. */
  private static final Path THREADS = Path.of("/proc/self/task");

  /** The name of the optimising compiler's threads, of which Linux knows the first characters. */
  private static final String OPTIMIZER = "C2 CompilerThre";

  /** Of {@code setpriority}: what is named is a thread. */
  private static final int PRIO_PROCESS = 0;

  /** Where in a thread's {@code stat} its niceness is, counted from what follows its name. */
  private static final int NICENESS = 16;

  private final int nicer;
  private boolean shared;
  private boolean lowered;

  /** Steps of niceness that it is to be lowered by. */
  OptimizerPriority(int nicer) {
    this.nicer = nicer;
  }

  /**
   * Lowers the priority, once, if the program has no threads of its own so far. Where that is not
   * possible everything stays as it is.
   */
  public synchronized void lower() {
    if (!shared && !lowered && Runtime.getRuntime().availableProcessors() > 1) {
      lowered = makeNicer(OptimizerPriority::optimizers);
    }
  }

  /**
   * A program has started the calling thread besides its first one: it has no higher priority than
   * the optimising compiler has.
   */
  public synchronized void share() {
    shared = true;
    if (lowered) {
      makeNicer(() -> List.of(currentThread()));
    }
  }

  private boolean makeNicer(Supplier<List<Integer>> threads) {
    try {
      List<Integer> found = threads.get();
      for (int thread : found) {
        setNiceness(thread, niceness(thread) + nicer);
      }
      return !found.isEmpty();
    } catch (UncheckedIOException | UnsupportedOperationException e) {
      return false; // a thread that has ended meanwhile, or another system
    }
  }

  /** The numbers of the optimising compiler's threads. */
  static List<Integer> optimizers() {
    if (!Files.isDirectory(THREADS)) {
      return List.of();
    }
    try (Stream<Path> threads = Files.list(THREADS)) {
      return threads.filter(OptimizerPriority::isOptimizer).map(OptimizerPriority::number).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOptimizer(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip().equals(OPTIMIZER);
    } catch (IOException e) {
      return false; // it has ended meanwhile
    }
  }

  /** The number of the calling thread. */
  static int currentThread() {
    try {
      return number(Files.readSymbolicLink(Path.of("/proc/thread-self")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(Path thread) {
    return Integer.parseInt(thread.getFileName().toString());
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
