package dev.wasmscope.engine.interp;

import java.util.Arrays;

/**
 * Which offset in the body each instruction of the decoded code came from. Blocks and their ends
 * have no code of their own; a place in one stands for the instruction that follows.
 */
final class InstructionMap {

  private final int[] pcs;
  private final int[] offsets;

  /** Both sorted, of the same length; {@code pcs[i]} came from {@code offsets[i]}. */
  InstructionMap(int[] pcs, int[] offsets) {
    this.pcs = pcs;
    this.offsets = offsets;
  }

  /** Number of instructions. */
  int size() {
    return pcs.length;
  }

  /** Index in the code of instruction {@code i}. */
  int pc(int i) {
    return pcs[i];
  }

  /** The offset of the instruction at {@code pc}, or of the one that it is a part of. */
  int offset(int pc) {
    int at = Arrays.binarySearch(pcs, pc);
    return offsets[at >= 0 ? at : Math.max(-at - 2, 0)];
  }

  /** Index in the code of the first instruction that starts at {@code offset} or later. */
  int pcAt(int offset) {
    int at = Arrays.binarySearch(offsets, offset);
    int first = at >= 0 ? at : -at - 1;
    return first < pcs.length ? pcs[first] : pcs[pcs.length - 1];
  }
}
