package dev.wasmscope.engine.runtime;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A Java thread for WebAssembly, with a stack whose size is known. Programs may be executed on any
 * thread; on another one it is taken for so small that deep recursion is slow.
 */
public final class Carrier extends Thread {

  /** Bytes of stack for a program's main thread; what is not used takes no memory. */
  public static final long MAIN_STACK = 256L << 20;

  /** Bytes of stack for each of the many threads that a program may start. */
  public static final long STACK = 32L << 20;

  /** Half of what Java's threads have if nobody says anything. */
  private static final long UNKNOWN_STACK = 512L << 10;

  /** Bytes of Java's stack for a call of WebAssembly besides its values: links, crossings. */
  private static final int CALL_BYTES = 2048;

  /** Bytes for a Java variable: values between instructions are as many again. */
  private static final int VARIABLE_BYTES = 16;

  private final long stackBytes;

  /** A daemon thread that does {@code work} when it is started. */
  public Carrier(String name, long stackBytes, Runnable work) {
    super(null, work, name, stackBytes);
    this.stackBytes = stackBytes;
    setDaemon(true);
  }

  /** Does work on the current thread if it is one of these, else on a new one, and waits for it. */
  public static <T> T call(String name, Supplier<T> work) {
    if (currentThread() instanceof Carrier) {
      return work.get();
    }
    FutureTask<T> task = new FutureTask<>(work::get);
    Carrier carrier = new Carrier(name, MAIN_STACK, task);
    carrier.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException _) {
          interrupted = true;
          carrier.interrupt();
        } catch (ExecutionException e) {
          throw thrown(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        currentThread().interrupt();
      }
    }
  }

  private static RuntimeException thrown(Throwable cause) {
    return switch (cause) {
      case RuntimeException exception -> exception;
      case Error error -> throw error;
      default -> new IllegalStateException(cause);
    };
  }

  /**
   * How many calls the current thread's stack has room for, whatever gear HotSpot executes them in.
   *
   * @param variables the most Java variables that a call takes
   * @param nesting how often WebAssembly has been called by the host within calls of the host, with
   *     this one: each takes half of what is left
   */
  public static int room(int variables, int nesting) {
    long bytes = currentThread() instanceof Carrier c ? c.stackBytes : UNKNOWN_STACK;
    return (int) ((bytes >> nesting) / (CALL_BYTES + (long) VARIABLE_BYTES * variables));
  }
}
