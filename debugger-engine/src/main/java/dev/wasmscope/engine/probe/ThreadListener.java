package dev.wasmscope.engine.probe;

/** Hears of the threads that a program starts besides its first. */
public interface ThreadListener {

  /** The thread has been made and is about to begin. Called before it executes anything. */
  void started(WasmThread thread);

  /** The thread will execute nothing more. */
  void ended(WasmThread thread);
}
