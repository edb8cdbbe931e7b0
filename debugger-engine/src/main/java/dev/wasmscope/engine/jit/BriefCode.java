package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Opcode;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells what is over so soon, and by itself, that neither a function nor a {@link Strip} of it need
 * ask for wishes; and that leaves the size of the memory as it is.
 */
final class BriefCode {

  /** Bytes of the body of a function at the most: those of a thousand rounds take a millisecond. */
  private static final int LARGEST_BODY = 400;

  /** Instructions that take as long as an operand says. */
  private static final Set<Opcode> BULK =
      EnumSet.of(
          Opcode.MEMORY_COPY,
          Opcode.MEMORY_FILL,
          Opcode.MEMORY_INIT,
          Opcode.MEMORY_GROW,
          Opcode.TABLE_COPY,
          Opcode.TABLE_FILL,
          Opcode.TABLE_INIT,
          Opcode.TABLE_GROW,
          Opcode.ARRAY_NEW,
          Opcode.ARRAY_NEW_DEFAULT,
          Opcode.ARRAY_NEW_DATA,
          Opcode.ARRAY_NEW_ELEM,
          Opcode.ARRAY_COPY,
          Opcode.ARRAY_FILL,
          Opcode.ARRAY_INIT_DATA,
          Opcode.ARRAY_INIT_ELEM);

  private BriefCode() {}

  /** Whether an instruction neither calls, catches, waits, nor takes as long as somebody says. */
  static boolean has(Opcode opcode) {
    return !BULK.contains(opcode)
        && opcode.feature() != Feature.THREADS
        && !opcode.mnemonic().startsWith("call")
        && !opcode.mnemonic().startsWith("return_call")
        && !opcode.mnemonic().startsWith("try")
        && !opcode.mnemonic().contains("throw");
  }

  /** Whether a function comes to its end soon by itself: it has only such instructions, no loop. */
  static boolean is(WasmFunction function) {
    CodeReader reader = CodeReader.ofBody(function.definition().body());
    while (!reader.atEnd()) {
      Opcode opcode = reader.next();
      if (opcode == Opcode.LOOP || !has(opcode)) {
        return false;
      }
    }
    return true;
  }

  /** Whether that is so of what is called, and soon enough for a thousand rounds of it. */
  static boolean calls(FunctionInstance callee) {
    return callee instanceof WasmFunction function
        && function.definition().body().length() <= LARGEST_BODY
        && is(function);
  }
}
