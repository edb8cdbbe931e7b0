package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.type.FuncType;

/** A function or block type as {@link TypeCodes}. */
final class CodeType {

  static final int[] NONE = {};
  static final CodeType EMPTY = new CodeType(NONE, NONE);

  private static final CodeType[] SINGLE = {
    null,
    new CodeType(NONE, new int[] {TypeCodes.I32}),
    new CodeType(NONE, new int[] {TypeCodes.I64}),
    new CodeType(NONE, new int[] {TypeCodes.F32}),
    new CodeType(NONE, new int[] {TypeCodes.F64}),
    new CodeType(NONE, new int[] {TypeCodes.V128}),
  };

  final int[] params;
  final int[] results;

  CodeType(int[] params, int[] results) {
    this.params = params;
    this.results = results;
  }

  static CodeType of(FuncType type) {
    return new CodeType(TypeCodes.of(type.params()), TypeCodes.of(type.results()));
  }

  /** The type of a block without parameters and with one result. */
  static CodeType result(int code) {
    return TypeCodes.isRef(code) ? new CodeType(NONE, new int[] {code}) : SINGLE[code];
  }
}
