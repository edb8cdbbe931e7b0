package dev.wasmscope.engine.debug;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hands what others want of a stopped program to the thread that is stopped. Takes commands only
 * while the thread stands still.
 */
final class CommandQueue {

  /** What to do, and whether the program goes on afterwards. */
  private record Command(Runnable action, boolean resumes, CompletableFuture<Void> done) {}

  private final BlockingQueue<Command> queue = new LinkedBlockingQueue<>();
  private boolean open;

  /** The thread is about to stand still. */
  synchronized void open() {
    open = true;
  }

  /** Whether the thread stands still and nobody has asked it to go on. */
  synchronized boolean isOpen() {
    return open;
  }

  /** The thread is over: what waits is refused. */
  synchronized void close() {
    open = false;
    queue.forEach(CommandQueue::refuse);
    queue.clear();
  }

  /** Runs {@code action} on the stopped thread. */
  CompletableFuture<Void> submit(Runnable action) {
    return add(new Command(action, false, new CompletableFuture<>()));
  }

  /** Runs {@code action} on the stopped thread and lets it go on; does nothing while it runs. */
  void resume(Runnable action) {
    CompletableFuture<Void> _ = add(new Command(action, true, new CompletableFuture<>()));
  }

  private synchronized CompletableFuture<Void> add(Command command) {
    if (open) {
      queue.add(command);
      if (command.resumes()) {
        open = false;
      }
    } else {
      refuse(command);
    }
    return command.done();
  }

  private static void refuse(Command command) {
    command.done().completeExceptionally(new IllegalStateException("the program is not stopped"));
  }

  /** Does what is asked, until it is to go on. */
  void runUntilResumed() {
    boolean resumed = false;
    while (!resumed) {
      resumed = execute(take());
    }
  }

  private Command take() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException _) {
        // Interrupts are for blocking host calls; whoever ends the program also resumes it.
      }
    }
  }

  private boolean execute(Command command) {
    try {
      command.action().run();
      command.done().complete(null);
      return command.resumes();
    } catch (RuntimeException failure) {
      command.done().completeExceptionally(failure);
      if (command.resumes()) {
        open();
      }
      return false;
    }
  }
}
