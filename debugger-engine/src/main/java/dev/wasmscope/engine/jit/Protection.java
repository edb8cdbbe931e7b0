package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.TagInstance;
import java.lang.classfile.Label;
import java.util.List;

/** How exceptions are caught that are thrown in a block. */
final class Protection {

  /** A clause of {@code try_table}; without a tag it catches all. */
  record Clause(TagInstance tag, JitBlock target, boolean reference) {}

  /** Where protected code starts. */
  final Label from;

  /** Where an exception arrives, on Java's operand stack. */
  final Label handler;

  /** The clauses of {@code try_table}. */
  final List<Clause> clauses;

  /** Keeps the exception for {@code rethrow}; null for {@code try_table}. */
  final Variables.Variable kept;

  /** Whether the code being translated is protected; not any more in a {@code catch}. */
  boolean active = true;

  /** The Java variables with what has been thrown, and with the exception in it. */
  int thrown;

  int exception;

  /** Where it is asked whether the next {@code catch} is the right one; null after the last. */
  Label next;

  Protection(Label from, Label handler, List<Clause> clauses, Variables.Variable kept) {
    this.from = from;
    this.handler = handler;
    this.clauses = clauses;
    this.kept = kept;
  }
}
