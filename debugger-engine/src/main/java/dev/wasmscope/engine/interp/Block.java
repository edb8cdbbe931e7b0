package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.TagInstance;
import java.util.ArrayList;
import java.util.List;

/** A block of the code being decoded. */
final class Block {

  private static final int UNKNOWN = -1;

  /**
   * A catch clause whose target may not be decoded yet; without a target it goes on at {@code pc}.
   *
   * @param height operands that stay, below what the exception brings
   */
  record PendingClause(
      TagInstance tag,
      Block target,
      int pc,
      int height,
      boolean values,
      boolean reference,
      int keepSlot) {

    /** The clause, now that targets are known. */
    Handlers.Clause resolve() {
      int at = target == null ? pc : target.targetPc;
      return new Handlers.Clause(tag, at, height, values, reference, keepSlot);
    }
  }

  /** Whether the block as a whole is never executed. */
  final boolean dead;

  /** Where branches go; unknown until the end is decoded, but for loops. */
  int targetPc = UNKNOWN;

  /** Words that are to hold {@link #targetPc}. */
  final List<Integer> patches = new ArrayList<>();

  /** The word of an {@code if} that is to hold where {@code else} starts. */
  int elsePatch = UNKNOWN;

  /** Where the code protected by the clauses starts, and ends if that is known. */
  int protectedFrom = UNKNOWN;

  int protectedTo = UNKNOWN;
  final List<PendingClause> clauses = new ArrayList<>();

  /** The slot for an exception caught by a legacy {@code catch}. */
  int keepSlot = UNKNOWN;

  Block(boolean dead) {
    this.dead = dead;
  }
}
