package dev.wasmscope.engine.interp;

/**
 * Numbers of the operations that the main loop executes itself, each with the words that follow it
 * in the decoded code. {@code target} is an index in the code; {@code keep} values on top survive a
 * branch, {@code drop} slots under them do not; {@code object} is an index in the function's
 * objects. The rows of {@link Rows} follow these numbers.
 */
final class Op {

  /** Something is to be looked at here first; stands in the place of another operation. */
  static final int PROBE = 0;

  /** The function has been called; executed only if somebody wants to know, or to pause. */
  static final int ENTER = 1;

  static final int UNREACHABLE = 2;
  static final int NOP = 3;
  static final int LOOP = 4;

  /** target. */
  static final int BR = 5;

  /** target, keep, drop. */
  static final int BR_MOVE = 6;

  /** target. */
  static final int BR_IF = 7;

  /** target, keep, drop. */
  static final int BR_IF_MOVE = 8;

  /** target. */
  static final int BR_UNLESS = 9;

  /** Number of branches, then target, keep, drop of each; the last is the default. */
  static final int BR_TABLE = 10;

  static final int RETURN = 11;

  /** object: the function; number of its parameters. All calls have the same length. */
  static final int CALL = 12;

  /** object: the table; type number. */
  static final int CALL_INDIRECT = 13;

  /** Unused; number of parameters. */
  static final int CALL_REF = 14;

  /** object: the function; unused. */
  static final int RETURN_CALL = 15;

  /** object: the table; type number. */
  static final int RETURN_CALL_INDIRECT = 16;

  /** Unused; unused. */
  static final int RETURN_CALL_REF = 17;

  static final int DROP = 18;
  static final int SELECT = 19;

  /** Slot from the frame's start. */
  static final int LOCAL_GET = 20;

  /** Slot from the frame's start. */
  static final int LOCAL_SET = 21;

  /** Slot from the frame's start. */
  static final int LOCAL_TEE = 22;

  /** Slot from the frame's start. */
  static final int LOCAL_GET_OBJECT = 23;

  /** Slot from the frame's start. */
  static final int LOCAL_SET_OBJECT = 24;

  /** Slot from the frame's start. */
  static final int LOCAL_TEE_OBJECT = 25;

  /** object: the global. */
  static final int GLOBAL_GET = 26;

  /** object: the global. */
  static final int GLOBAL_SET = 27;

  /** The number, sign-extended. */
  static final int CONST = 28;

  /** Low half, high half. */
  static final int CONST_LONG = 29;

  /** object: the reference or vector. */
  static final int CONST_OBJECT = 30;

  /** object: the {@link Step}. */
  static final int STEP = 31;

  /** object: the memory. */
  static final int MEMORY_GROW = 32;

  /** object: the {@link MemoryAccess}; constant offset, low half; high half; lane. */
  static final int MEMORY_FAR = 33;

  /** target, keep, drop. */
  static final int BR_ON_NULL = 34;

  /** target, keep, drop. */
  static final int BR_ON_NON_NULL = 35;

  /** target, keep, drop, object: the {@link TypeTest}. */
  static final int BR_ON_CAST = 36;

  /** object: the tag. */
  static final int THROW = 37;

  static final int THROW_REF = 38;

  /** Slot from the frame's start, where the exception is kept. */
  static final int RETHROW = 39;

  /** object: the {@link Step}, during which the thread may stand still. */
  static final int WAIT = 40;

  /** Another frame is to be executed now; what others answer the main loop, never in code. */
  static final int LEAVE = 41;

  /** How many there are. */
  static final int COUNT = 42;

  /** Words of every call. */
  static final int CALL_LENGTH = 3;

  private Op() {}
}
