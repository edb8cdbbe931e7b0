package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.runtime.Value;
import java.util.List;

/** How a session's program ended. */
public sealed interface Outcome {

  /** The entry function returned. */
  record Returned(List<Value> results) implements Outcome {
    public Returned {
      results = List.copyOf(results);
    }
  }

  /** The program ended itself with a status, 0 being success. */
  record Exited(int status) implements Outcome {}

  /** It trapped. */
  record Trapped(String message) implements Outcome {}

  /** An exception was not caught. */
  record Uncaught(String message) implements Outcome {}

  /** The user ended it. */
  record Terminated() implements Outcome {}

  /** It could not be started, or its host failed. */
  record Failed(String message) implements Outcome {}
}
