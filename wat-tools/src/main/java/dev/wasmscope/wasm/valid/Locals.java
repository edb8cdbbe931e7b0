package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.binary.LocalDeclarations;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.source.DiagnosticCode;
import java.util.Arrays;

/** Types of a function's parameters and locals, and which of them have a value (§3.4.14). */
final class Locals {

  /** As browsers have it. */
  static final int MAX_LOCALS = 50_000;

  private int[] types = CodeType.NONE;
  private int count;
  private boolean[] unset = {};
  private int[] initialized = CodeType.NONE;
  private int initializedCount;

  /** Takes over the parameters and reads the declarations; the reader given back stands behind. */
  CodeReader read(CodeValidator code, CodeType type, ByteSlice body) {
    LocalDeclarations declared = LocalDeclarations.read(body);
    code.in = CodeReader.at(body, declared.codeOffset());
    long total = type.params.length + declared.count();
    if (total > MAX_LOCALS) {
      throw code.error(
          DiagnosticCode.RESOURCE_LIMIT, ": " + total + " locals, at most " + MAX_LOCALS);
    }
    count = 0;
    initializedCount = 0;
    room((int) total);
    for (int param : type.params) {
      types[count++] = param;
    }
    for (LocalDeclarations.Run run : declared.runs()) {
      code.checkType(run.type());
      int local = TypeCodes.of(run.type());
      int end = count + run.count();
      Arrays.fill(types, count, end, local);
      Arrays.fill(unset, count, end, !TypeCodes.isDefaultable(local));
      count = end;
    }
    return code.in;
  }

  private void room(int total) {
    if (types.length < total) {
      types = new int[total];
      unset = new boolean[total];
      initialized = new int[total];
    }
    Arrays.fill(unset, 0, total, false);
  }

  int count() {
    return count;
  }

  /** The type of a local, {@link OperandStack#NONE} if there is none. */
  int type(int index) {
    return Integer.compareUnsigned(index, count) < 0 ? types[index] : OperandStack.NONE;
  }

  boolean isUnset(int index) {
    return unset[index];
  }

  /** Notes that the local has a value now. */
  void set(int index) {
    if (unset[index]) {
      unset[index] = false;
      initialized[initializedCount++] = index;
    }
  }

  int initializedCount() {
    return initializedCount;
  }

  /** What was set since then is unset again: the block in which it happened is over. */
  void forgetSince(int mark) {
    while (initializedCount > mark) {
      unset[initialized[--initializedCount]] = true;
    }
  }
}
