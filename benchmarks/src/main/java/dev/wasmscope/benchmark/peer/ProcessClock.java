package dev.wasmscope.benchmark.peer;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The processor time of this process, all threads together: garbage collection counts. Asks POSIX's
 * {@code clock_gettime}, since the JVM's own bean counts in steps of 10 ms.
 */
@SuppressWarnings("restricted") // the call of clock_gettime is the purpose
final class ProcessClock {

  private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");
  private static final int CLOCK_PROCESS_CPUTIME_ID = MAC ? 12 : 2;

  private final MethodHandle clockGettime;
  private final MemorySegment time = Arena.global().allocate(ValueLayout.JAVA_LONG, 2);

  ProcessClock() {
    Linker linker = Linker.nativeLinker();
    clockGettime =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("clock_gettime"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  }

  long nanos() {
    try {
      int failed = (int) clockGettime.invokeExact(CLOCK_PROCESS_CPUTIME_ID, time);
      if (failed != 0) {
        throw new IllegalStateException("clock_gettime does not know the time of the process");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("clock_gettime throws nothing", e);
    }
    return time.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1_000_000_000
        + time.getAtIndex(ValueLayout.JAVA_LONG, 1);
  }
}
