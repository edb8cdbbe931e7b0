package dev.wasmscope.engine.probe;

/** Decides what happens while a thread is stopped. */
@FunctionalInterface
public interface StopHandler {

  /**
   * The thread has stopped; all its frames are in place. Called on the thread itself, which goes on
   * when this method returns. While in here, frames may be read and edited, also by other threads;
   * {@link WasmThread#stepWithin} and {@link WasmThread#terminate} say how it goes on.
   */
  void stopped(WasmThread thread, StopReason reason);

  /** Whether it may {@link WasmThread#hold} the thread and look at its frames then. */
  default boolean holds() {
    return false;
  }

  /** The thread is going to wait for a notification, which another thread must give. */
  default void waits(WasmThread thread) {}
}
