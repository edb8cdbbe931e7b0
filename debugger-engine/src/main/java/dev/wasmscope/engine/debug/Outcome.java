package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.trap.TraceEntry;
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

  /**
   * It trapped.
   *
   * @param backtrace where, innermost first
   */
  record Trapped(String message, List<TraceEntry> backtrace) implements Outcome {
    public Trapped {
      backtrace = List.copyOf(backtrace);
    }
  }

  /**
   * An exception was not caught.
   *
   * @param exception its tag and what it carried
   * @param backtrace where it was thrown, innermost first
   */
  record Uncaught(String exception, List<TraceEntry> backtrace) implements Outcome {
    public Uncaught {
      backtrace = List.copyOf(backtrace);
    }
  }

  /** The user ended it. */
  record Terminated() implements Outcome {}

  /** It could not be started, or its host failed. */
  record Failed(String message) implements Outcome {}
}
