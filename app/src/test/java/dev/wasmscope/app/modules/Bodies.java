package dev.wasmscope.app.modules;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.binary.Instruction;
import dev.wasmscope.wasm.binary.LocalDeclarations;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Module;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The code of two modules: whether it is the same whatever the lengths of its numbers. */
record Bodies(Module one, Module other) {

  /** The first function, imports not counted, whose code differs, or −1 if none does. */
  int firstDifference() {
    int count = one.functions().size();
    if (other.functions().size() != count) {
      return Math.min(count, other.functions().size());
    }
    for (int i = 0; i < count; i++) {
      if (!same(one.functions().get(i).body(), other.functions().get(i).body())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean same(ByteSlice a, ByteSlice b) {
    if (Arrays.equals(a.array(), a.offset(), a.end(), b.array(), b.offset(), b.end())) {
      return true;
    }
    if (!locals(a).equals(locals(b))) {
      return false;
    }
    CodeReader left = CodeReader.ofBody(a);
    CodeReader right = CodeReader.ofBody(b);
    while (!left.atEnd() && !right.atEnd()) {
      left.next();
      right.next();
      Instruction l = Instruction.of(left);
      Instruction r = Instruction.of(right);
      if (l.opcode() != r.opcode() || !l.operands().equals(r.operands())) {
        return false;
      }
    }
    return left.atEnd() && right.atEnd();
  }

  /** The local declarations, those of one type that follow each other as one. */
  private static List<LocalDeclarations.Run> locals(ByteSlice body) {
    List<LocalDeclarations.Run> merged = new ArrayList<>();
    for (LocalDeclarations.Run run : LocalDeclarations.read(body).runs()) {
      if (run.count() == 0) {
        continue;
      }
      if (!merged.isEmpty() && merged.getLast().type().equals(run.type())) {
        int before = merged.removeLast().count();
        merged.add(new LocalDeclarations.Run(before + run.count(), run.type()));
      } else {
        merged.add(run);
      }
    }
    return merged;
  }
}
