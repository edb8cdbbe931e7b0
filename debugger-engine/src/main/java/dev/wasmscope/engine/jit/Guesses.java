package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.binary.CodeReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which functions an indirect call may come to, if there are few as things stand. HotSpot's own
 * profile foresees no more than two.
 */
final class Guesses {

  private static final int MOST = 4;

  /** Larger tables are not searched. */
  private static final int LARGE = 1000;

  private Guesses() {}

  /** Those of the indirect call that a reader has just read in code of {@code instance}. */
  static List<WasmFunction> of(CodeReader call, Instance instance) {
    int typeNumber = instance.typeNumber(call.index());
    return switch (call.opcode()) {
      case CALL_INDIRECT, RETURN_CALL_INDIRECT ->
          in(instance.table(call.index2()), typeNumber, instance);
      default -> of(typeNumber, instance);
    };
  }

  /** The functions of {@code instance} in a table that have a type; none if they are many. */
  private static List<WasmFunction> in(TableInstance table, int typeNumber, Instance instance) {
    Set<WasmFunction> found = new LinkedHashSet<>();
    int size = table.size();
    for (int i = 0; i < size && size <= LARGE; i++) {
      if (table.peek(i) instanceof WasmFunction function && fits(function, typeNumber, instance)) {
        found.add(function);
      }
    }
    return ifFew(found);
  }

  /** The functions of {@code instance} with a type that have references; none if they are many. */
  private static List<WasmFunction> of(int typeNumber, Instance instance) {
    Set<WasmFunction> found = new LinkedHashSet<>();
    instance
        .validation()
        .referable()
        .forEach(
            index -> {
              if (instance.function(index) instanceof WasmFunction function
                  && fits(function, typeNumber, instance)) {
                found.add(function);
              }
            });
    return ifFew(found);
  }

  private static boolean fits(WasmFunction function, int typeNumber, Instance instance) {
    return function.typeNumber() == typeNumber && function.instance() == instance;
  }

  private static List<WasmFunction> ifFew(Set<WasmFunction> found) {
    return found.size() > MOST ? List.of() : List.copyOf(found);
  }
}
