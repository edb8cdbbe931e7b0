package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;

/** Runs code to its end, on the calling Java thread. Gears provide it. */
public interface Executor {

  /**
   * Calls a function.
   *
   * @param args as many as the function has parameters, of their types
   * @return the results
   * @throws dev.wasmscope.engine.trap.Trap when the code traps
   * @throws WasmException when an exception is not caught
   * @throws ProgramExit when the program ends itself
   */
  List<Value> invoke(FunctionInstance function, List<Value> args);

  /**
   * The value of a constant expression (§4.7.2).
   *
   * @param expression up to and with its {@code end}
   * @param type its type, in canonical numbers
   */
  Value evaluate(Instance instance, ByteSlice expression, ValType type);
}
