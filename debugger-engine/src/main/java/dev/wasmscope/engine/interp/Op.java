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

  /** target, keep, drop. */
  static final int BR_MOVE = 4;

  /** target, keep, drop. */
  static final int BR_IF_MOVE = 5;

  /** Number of branches, then target, keep, drop of each; the last is the default. */
  static final int BR_TABLE = 6;

  static final int RETURN = 7;

  /** object: the function; number of its parameters. All calls have the same length. */
  static final int CALL = 8;

  /** object: the table; type number. */
  static final int CALL_INDIRECT = 9;

  /** Unused; number of parameters. */
  static final int CALL_REF = 10;

  /** object: the function; unused. */
  static final int RETURN_CALL = 11;

  /** object: the table; type number. */
  static final int RETURN_CALL_INDIRECT = 12;

  /** Unused; unused. */
  static final int RETURN_CALL_REF = 13;

  static final int SELECT = 14;

  /** Slot from the frame's start. */
  static final int LOCAL_GET_OBJECT = 15;

  /** Slot from the frame's start. */
  static final int LOCAL_SET_OBJECT = 16;

  /** Slot from the frame's start. */
  static final int LOCAL_TEE_OBJECT = 17;

  /** object: the global. */
  static final int GLOBAL_GET = 18;

  /** object: the global. */
  static final int GLOBAL_SET = 19;

  /** object: the reference or vector. */
  static final int CONST_OBJECT = 20;

  /** object: the {@link Step}. */
  static final int STEP = 21;

  /** object: the memory. */
  static final int MEMORY_GROW = 22;

  /** object: the {@link MemoryAccess}; constant offset, low half; high half; lane. */
  static final int MEMORY_FAR = 23;

  /** target, keep, drop. */
  static final int BR_ON_NULL = 24;

  /** target, keep, drop. */
  static final int BR_ON_NON_NULL = 25;

  /** target, keep, drop, object: the {@link TypeTest}. */
  static final int BR_ON_CAST = 26;

  /** object: the tag. */
  static final int THROW = 27;

  static final int THROW_REF = 28;

  /** Slot from the frame's start, where the exception is kept. */
  static final int RETHROW = 29;

  /** object: the {@link Step}, during which the thread may stand still. */
  static final int WAIT = 30;

  /** Another frame is to be executed now; what others answer the main loop, never in code. */
  static final int LEAVE = 31;

  static final int LOOP = 32;

  /** target. */
  static final int BR = 33;

  /** target. */
  static final int BR_IF = 34;

  /** target. */
  static final int BR_UNLESS = 35;

  static final int DROP = 36;

  /** Slot from the frame's start. */
  static final int LOCAL_GET = 37;

  /** Slot from the frame's start. */
  static final int LOCAL_SET = 38;

  /** Slot from the frame's start. */
  static final int LOCAL_TEE = 39;

  /** The number, sign-extended. */
  static final int CONST = 40;

  /** Low half, high half. */
  static final int CONST_LONG = 41;

  /** The first of those that {@link NumberRun} executes, too; the rows follow them. */
  static final int FIRST_NUMBER = LOOP;

  /** How many there are. */
  static final int COUNT = 42;

  /** Words of every call. */
  static final int CALL_LENGTH = 3;

  private Op() {}
}
