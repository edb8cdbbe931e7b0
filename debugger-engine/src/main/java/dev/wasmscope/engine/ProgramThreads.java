package dev.wasmscope.engine;

import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Executor;
import dev.wasmscope.engine.wasi.ThreadHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The threads that a program has started, each a Java thread. The first that traps, throws or exits
 * ends the program: all others, the main thread too, are terminated.
 */
public final class ProgramThreads implements ThreadHost, AutoCloseable {
  private final Engine engine;
  private final List<WasmThread> threads = new ArrayList<>();
  private final List<Thread> carriers = new ArrayList<>();
  private RuntimeException failure;
  private boolean closed;

  /** No threads yet but the engine's main thread. */
  public ProgramThreads(Engine engine) {
    this.engine = engine;
    threads.add(engine.mainThread());
  }

  @Override
  public synchronized boolean start(String name, Consumer<Executor> work) {
    if (closed) {
      return false;
    }
    WasmThread thread = engine.newThread(name);
    Thread carrier = Thread.ofPlatform().daemon().name(name).unstarted(() -> run(thread, work));
    threads.add(thread);
    carriers.add(carrier);
    carrier.start();
    return true;
  }

  private void run(WasmThread thread, Consumer<Executor> work) {
    try {
      work.accept(thread);
    } catch (Terminated e) {
      // The program has ended elsewhere.
      return;
    } catch (RuntimeException e) {
      end(e);
    }
  }

  private synchronized void end(RuntimeException cause) {
    if (failure == null && !closed) {
      failure = cause;
      threads.forEach(WasmThread::terminate);
    }
  }

  /** Why a thread ended the program, if one did: then the main thread was terminated for it. */
  public synchronized Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Ends all threads that still run, as the end of the main thread does; no new one starts. */
  @Override
  public void close() {
    List<Thread> running;
    synchronized (this) {
      closed = true;
      threads.stream().skip(1).forEach(WasmThread::terminate);
      running = List.copyOf(carriers);
    }
    try {
      for (Thread carrier : running) {
        carrier.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
