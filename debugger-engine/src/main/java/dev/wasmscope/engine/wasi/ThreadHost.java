package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.runtime.Executor;
import java.util.function.Consumer;

/** Carries out the threads that a program starts. */
@FunctionalInterface
public interface ThreadHost {

  /**
   * Runs work on a thread of its own. What the work throws (a trap, an exit of the program, an
   * exception that nobody catches) ends the program.
   *
   * @param name what people call the thread
   * @param work what it does, by means of an executor that no other thread uses
   * @return whether it was started; false when the program has ended
   */
  boolean start(String name, Consumer<Executor> work);
}
