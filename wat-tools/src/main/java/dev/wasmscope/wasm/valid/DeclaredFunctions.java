package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.Global;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SegmentMode;
import java.util.BitSet;

/**
 * The functions that a module names outside of its functions' bodies and its start section
 * (§3.4.14, context component "refs"): only those may be made references of in code.
 */
final class DeclaredFunctions {

  private final BitSet functions = new BitSet();

  private DeclaredFunctions() {}

  static BitSet of(Module module) {
    var declared = new DeclaredFunctions();
    declared.collect(module);
    return declared.functions;
  }

  private void collect(Module module) {
    for (Export export : module.exports()) {
      if (export.kind() == ExternKind.FUNC) {
        add(export.index());
      }
    }
    module.tables().forEach(table -> table.init().ifPresent(this::expression));
    for (Global global : module.globals()) {
      expression(global.init());
    }
    module.elements().forEach(this::segment);
    module.data().forEach(data -> mode(data.mode()));
  }

  private void segment(ElementSegment segment) {
    mode(segment.mode());
    switch (segment.items()) {
      case ElementSegment.Functions(var indices) -> indices.forEach(this::add);
      case ElementSegment.Expressions(var expressions) -> expressions.forEach(this::expression);
    }
  }

  private void mode(SegmentMode mode) {
    if (mode instanceof SegmentMode.Active(_, ByteSlice offset)) {
      expression(offset);
    }
  }

  private void expression(ByteSlice expression) {
    CodeReader code = CodeReader.of(expression);
    while (!code.atEnd()) {
      if (code.next() == Opcode.REF_FUNC) {
        add(code.index());
      }
    }
  }

  /** An index that no module can have is refused elsewhere; it must not cost memory here. */
  private void add(int function) {
    if (function >= 0 && function < MAX_FUNCTIONS) {
      functions.set(function);
    }
  }

  private static final int MAX_FUNCTIONS = 10_000_000;
}
