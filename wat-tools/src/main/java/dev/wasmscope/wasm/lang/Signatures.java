package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.FuncType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types of functions as people read them. */
final class Signatures {

  private Signatures() {}

  /** {@code i32 i64 → f64}; nothing stands for nothing. */
  static String of(FuncType type) {
    return (Instructions.list(type.params()) + " → " + Instructions.list(type.results())).strip();
  }

  /** The type of index {@code type}, if it is a function's. */
  static String ofType(IndexSpaces spaces, int type) {
    return spaces.funcType(type).map(Signatures::of).orElse("type " + type);
  }

  /** The type of a function with the names of its parameters. */
  static String ofFunction(IndexSpaces spaces, int function) {
    boolean known = function >= 0 && function < spaces.functions().size();
    Optional<FuncType> type =
        known ? spaces.funcType(spaces.functions().get(function)) : Optional.empty();
    return type.map(t -> named(spaces.module().names(), function, t)).orElse("");
  }

  private static String named(Names names, int function, FuncType type) {
    List<String> params = new ArrayList<>();
    for (int i = 0; i < type.params().size(); i++) {
      String name = names.local(function, i).map(n -> "$" + n + ": ").orElse("");
      params.add(name + type.params().get(i));
    }
    return (String.join(", ", params) + " → " + Instructions.list(type.results())).strip();
  }
}
