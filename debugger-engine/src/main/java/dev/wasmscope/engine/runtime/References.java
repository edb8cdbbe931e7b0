package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.RefType;

/** How references look in the text format and in test scripts. */
final class References {

  private References() {}

  static String describe(Object target, RefType type) {
    return switch (target) {
      case null -> "ref.null " + type.heap();
      case FunctionInstance function -> "ref.func " + function.name();
      case StructInstance _ -> "ref.struct";
      case ArrayInstance _ -> "ref.array";
      case I31 i31 -> "ref.i31 " + i31.signed();
      case ExceptionInstance exception -> "ref.exn " + exception.tag().name();
      case String string -> "string.const " + QuotedText.quote(string);
      case HostReference host -> "ref.extern " + host.number();
      default -> "ref.extern " + target;
    };
  }
}
