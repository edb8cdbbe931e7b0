package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The types of the operands at every place of a function, found by validating it again: for
 * debugger, hover and inlay hints. In unreachable code a type that may be any is shown as the null
 * reference's.
 */
public final class OperandTypes {

  private OperandTypes() {}

  /**
   * The types of the operands before the instruction at {@code place}, bottom to top; empty where
   * the code is not valid up to there or the function is imported.
   */
  public static List<ValType> at(ModuleContext context, Place place) {
    int[][] found = {CodeType.NONE};
    walk(
        context,
        place.function(),
        (offset, stack) -> {
          if (offset > place.offset()) {
            return false;
          }
          found[0] = stack.toArray();
          return offset < place.offset();
        });
    return types(found[0]);
  }

  /** The types before each instruction, by its offset, as far as the code is valid. */
  public static NavigableMap<Integer, List<ValType>> all(ModuleContext context, int function) {
    NavigableMap<Integer, List<ValType>> all = new TreeMap<>();
    walk(
        context,
        function,
        (offset, stack) -> {
          all.put(offset, types(stack.toArray()));
          return true;
        });
    return all;
  }

  private static void walk(ModuleContext context, int function, CodeValidator.Observer observer) {
    if (!context.spaces.isDefined(function)) {
      return;
    }
    try {
      new CodeValidator(context).function(function, observer);
    } catch (DiagnosticException _) {
      // The code is valid up to here, which is what was asked for.
    }
  }

  private static List<ValType> types(int[] codes) {
    List<ValType> types = new ArrayList<>(codes.length);
    Arrays.stream(codes).mapToObj(TypeCodes::toType).forEach(types::add);
    return types;
  }
}
