package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;

/** A block that is open where validation stands. Frames are used again and again. */
final class ControlFrame {

  /** What opened the block, or the part of it reached: else, catch, catch_all. */
  Opcode kind = Opcode.BLOCK;

  CodeType type = CodeType.EMPTY;

  /** Operands below the block, its parameters not counted. */
  int height;

  /** Whether the end cannot be reached from here. */
  boolean unreachable;

  /** How many locals were initialised when the block was entered. */
  int initialized;

  /** Offset of the first instruction inside. */
  int start;

  /** Last entry of the side table that waits for the block's end, or −1. */
  int pending;

  /** Entry of the side table for the condition of an {@code if}, or −1. */
  int condition;

  /** Innermost handler of exceptions inside, or −1. */
  int handler;

  /** Handler that this block is the body of, or −1. */
  int ownHandler;

  /** The types that a branch to this block's label takes along. */
  int[] labelTypes() {
    return kind == Opcode.LOOP ? type.params : type.results;
  }
}
