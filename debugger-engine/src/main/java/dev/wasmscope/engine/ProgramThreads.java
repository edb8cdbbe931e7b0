package dev.wasmscope.engine;

import dev.wasmscope.engine.jit.OptimizerPriority;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.probe.ThreadListener;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Carrier;
import dev.wasmscope.engine.runtime.Executor;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.wasi.ThreadHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The threads that a program has started, each a Java thread. The first that traps, throws or exits
 * ends the program: all others, the main thread too, are terminated.
 */
public final class ProgramThreads implements ThreadHost, AutoCloseable {

  /** How many may live at the same time: a program must not exhaust the machine by itself. */
  static final int MOST = 1000;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Engine engine;
  private final List<Running> running = new ArrayList<>();
  private final List<ThreadListener> listeners = new CopyOnWriteArrayList<>();
  private RuntimeException failure;
  private boolean closed;

  private record Running(WasmThread thread, Thread carrier) {}

  /** No threads yet but the engine's main thread. */
  public ProgramThreads(Engine engine) {
    this.engine = engine;
  }

  /** Adds someone who hears of threads that are started from now on. */
  public void addListener(ThreadListener listener) {
    listeners.add(listener);
  }

  @Override
  public synchronized boolean start(String name, Consumer<Executor> work) {
    if (closed || failure != null || running.size() >= MOST) {
      return false;
    }
    WasmThread thread = engine.newThread(name);
    Thread carrier = new Carrier(name, Carrier.STACK, () -> run(thread, work));
    running.add(new Running(thread, carrier));
    listeners.forEach(listener -> listener.started(thread));
    carrier.start();
    return true;
  }

  private void run(WasmThread thread, Consumer<Executor> work) {
    OptimizerPriority.OF_PROCESS.share();
    try {
      work.accept(thread);
    } catch (Terminated _) {
      // The program has ended elsewhere.
    } catch (Trap trap) {
      end(trap.in(thread.name()));
    } catch (RuntimeException e) {
      end(e);
    } catch (OutOfMemoryError e) {
      end(new IllegalStateException("this machine has no memory left for " + thread.name(), e));
    } finally {
      forget(thread);
      listeners.forEach(listener -> listener.ended(thread));
    }
  }

  private synchronized void forget(WasmThread thread) {
    running.removeIf(r -> r.thread().equals(thread));
  }

  private synchronized void end(RuntimeException cause) {
    if (failure == null && !closed) {
      failure = cause;
      engine.mainThread().terminate();
      running.forEach(r -> r.thread().terminate());
    }
  }

  /** Why a thread ended the program, if one did: then the main thread was terminated for it. */
  public synchronized Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Does work of the main thread, on the calling Java thread. Throws what it throws, or why another
   * thread has ended the program.
   */
  public <T> T main(Supplier<T> work) {
    T result;
    try {
      result = work.get();
    } catch (Terminated ended) {
      throw failure().orElse(ended);
    }
    failure()
        .ifPresent(
            cause -> {
              throw cause;
            });
    return result;
  }

  /**
   * Ends all threads that still run, as the end of the main thread does; no new one starts. A
   * thread that a function of the host does not give back is left behind.
   */
  @Override
  public void close() {
    List<Running> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(running);
      left.forEach(r -> r.thread().terminate());
    }
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      for (Running each : left) {
        each.carrier().join(Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
