package dev.wasmscope.engine.jit;

import java.util.List;

/** Numbers the variables of a compiled function, locals first. */
interface Numbering {

  /** Number of locals. */
  int locals();

  Kind localKind(int local);

  /** The numbers of the variables for caught exceptions. */
  List<Integer> kept();

  /** The number of the variable for operands of {@code kind} at {@code height}. */
  int slotNumber(int height, Kind kind);
}
