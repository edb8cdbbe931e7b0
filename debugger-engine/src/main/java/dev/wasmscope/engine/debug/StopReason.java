package dev.wasmscope.engine.debug;

import java.util.List;

/** Why a program stands still. */
public sealed interface StopReason {

  /** A sentence for the user. */
  String sentence();

  /** Before its first instruction, as asked. */
  record Entry() implements StopReason {
    @Override
    public String sentence() {
      return "Stopped before the first instruction";
    }
  }

  /** A step has been made. */
  record Step() implements StopReason {
    @Override
    public String sentence() {
      return "Stepped";
    }
  }

  /** The place to run to was reached. */
  record Arrived() implements StopReason {
    @Override
    public String sentence() {
      return "Arrived at the cursor";
    }
  }

  /** The user asked for it. */
  record Paused() implements StopReason {
    @Override
    public String sentence() {
      return "Paused";
    }
  }

  /**
   * Breakpoints were hit.
   *
   * @param ids their numbers
   * @param remark what else is to be said, such as an error in a condition; may be empty
   */
  record Breakpoint(List<Integer> ids, String remark) implements StopReason {

    public Breakpoint {
      ids = List.copyOf(ids);
    }

    @Override
    public String sentence() {
      String numbers = String.join(", ", ids.stream().map(id -> "#" + id).toList());
      String hit = (ids.size() == 1 ? "Breakpoint " : "Breakpoints ") + numbers;
      return remark.isEmpty() ? hit : hit + ": " + remark;
    }
  }

  /**
   * The program trapped at the innermost frame's instruction; it can be looked at, not continued.
   *
   * @param message the specification's wording with details
   */
  record Trapped(String message) implements StopReason {
    @Override
    public String sentence() {
      return "Trap: " + message;
    }
  }

  /**
   * An exception that nothing catches was thrown at the innermost frame's instruction.
   *
   * @param exception its tag and what it carries
   */
  record Uncaught(String exception) implements StopReason {
    @Override
    public String sentence() {
      return "Uncaught exception: " + exception;
    }
  }

  /** The program is over; what is shown is the core dump that it left. */
  record CoreDumped(String executable) implements StopReason {
    @Override
    public String sentence() {
      return executable.isEmpty() ? "Core dump" : "Core dump of " + executable;
    }
  }

  /** Whether the program cannot go on from here. */
  default boolean isFinal() {
    return this instanceof Trapped || this instanceof Uncaught || this instanceof CoreDumped;
  }
}
