package dev.wasmscope.wasm.valid;

import java.util.Arrays;

/**
 * The types of the operands as {@link TypeCodes}. Below the floor lie those of outer blocks; in
 * unreachable code any number of operands of any type can be taken from the floor (§A.3).
 */
final class OperandStack {

  /** No operand. */
  static final int NONE = Integer.MAX_VALUE;

  private static final int INITIAL_SIZE = 64;

  private final ModuleContext context;
  private int[] types;
  private int height;
  private int maxHeight;
  private int floor;
  private boolean unreachable;
  private int before;
  private int lowest;

  OperandStack(ModuleContext context) {
    this(context, new int[INITIAL_SIZE]);
  }

  private OperandStack(ModuleContext context, int[] types) {
    this.context = context;
    this.types = types;
  }

  /** Only what the instruction has taken and left. */
  OperandStack effect() {
    int end = Math.max(lowest, height);
    OperandStack effect = new OperandStack(context, Arrays.copyOfRange(types, lowest, end));
    effect.before = taken();
    effect.height = end - lowest;
    return effect;
  }

  boolean isUnreachable() {
    return unreachable;
  }

  void clear() {
    height = 0;
    maxHeight = 0;
    floor = 0;
    unreachable = false;
  }

  int height() {
    return height;
  }

  int maxHeight() {
    return maxHeight;
  }

  /** Sets where the innermost block starts, and whether its end can be reached. */
  void block(int newFloor, boolean isUnreachable) {
    floor = newFloor;
    unreachable = isUnreachable;
  }

  /** Forgets the operands of the innermost block. */
  void cut() {
    height = floor;
  }

  /** Remembers the stack as the next instruction finds it, for its errors. */
  void mark() {
    before = height;
    lowest = height;
  }

  /** Operands that the instruction has taken. */
  int taken() {
    return before - lowest;
  }

  /** Operands that the instruction has left in their place. */
  int left() {
    return height - lowest;
  }

  /** The type of an operand, counted from the bottom. */
  int type(int at) {
    return types[at];
  }

  void push(int type) {
    if (height == types.length) {
      types = Arrays.copyOf(types, 2 * height);
    }
    types[height++] = type;
    if (height > maxHeight) {
      maxHeight = height;
    }
  }

  void push(int[] pushed) {
    for (int type : pushed) {
      push(type);
    }
  }

  /** Takes an operand of any type; {@link #NONE} where there is none. */
  int popAny() {
    if (height > floor) {
      return types[lower()];
    }
    return unreachable ? TypeCodes.BOTTOM : NONE;
  }

  /** Takes an operand of this type, if there is one. */
  boolean tryPop(int expected) {
    if (height > floor) {
      int found = types[height - 1];
      if (found == expected || context.matches(found, expected)) {
        lower();
        return true;
      }
      return false;
    }
    return unreachable;
  }

  /** Takes the operands of these types, the last first; all or none. */
  boolean tryPop(int[] expected) {
    if (!endsWith(expected)) {
      return false;
    }
    height = Math.max(floor, height - expected.length);
    lowest = Math.min(lowest, height);
    return true;
  }

  private int lower() {
    height--;
    lowest = Math.min(lowest, height);
    return height;
  }

  /** Whether operands of these types could be taken. */
  boolean endsWith(int[] expected) {
    int at = height;
    for (int i = expected.length - 1; i >= 0; i--) {
      if (at > floor) {
        int found = types[--at];
        if (found != expected[i] && !context.matches(found, expected[i])) {
          return false;
        }
      } else if (!unreachable) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is nothing in the innermost block. */
  boolean atFloor() {
    return height == floor;
  }

  /** The types of the innermost block as the instruction found them, at the most {@code count}. */
  String found(int count) {
    int from = Math.max(floor, before - count);
    return TypeCodes.text(types, Math.min(from, before), before);
  }

  /** All types, bottom to top. */
  int[] toArray() {
    return Arrays.copyOf(types, height);
  }
}
