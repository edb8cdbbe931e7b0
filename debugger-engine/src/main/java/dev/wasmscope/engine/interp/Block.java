package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.TagInstance;
import java.util.ArrayList;
import java.util.List;

/** A block of the code being decoded. */
final class Block {

  private static final int UNKNOWN = -1;

  /** What kind of instruction opened it. */
  enum Kind {
    BLOCK,
    LOOP,
    IF,
    TRY_TABLE,
    TRY
  }

  /**
   * A catch clause whose target may not be decoded yet; without a target it goes on at {@code pc}
   * of its own block.
   */
  record PendingClause(
      TagInstance tag, Block target, int pc, boolean values, boolean reference, int keepSlot) {

    /** The clause of {@code owner}, now that targets are known. */
    Handlers.Clause resolve(Block owner) {
      int at = target == null ? pc : target.targetPc;
      int height = target == null ? owner.base : target.base;
      return new Handlers.Clause(tag, at, height, values, reference, keepSlot);
    }
  }

  final Kind kind;

  /** Operands below the block's parameters. */
  final int base;

  final int params;
  final int results;

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

  Block(Kind kind, int base, int params, int results, boolean dead) {
    this.kind = kind;
    this.base = base;
    this.params = params;
    this.results = results;
    this.dead = dead;
  }

  /** Values that a branch to this block keeps. */
  int arity() {
    return kind == Kind.LOOP ? params : results;
  }
}
