package dev.wasmscope.engine.wasi;

import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;

/**
 * A function of WASI.
 *
 * @param name its name in the module {@code wasi_snapshot_preview1}
 * @param params its parameters: {@code i} for i32, {@code I} for i64
 * @param returnsErrno whether it gives an error number; only {@code proc_exit} gives nothing
 * @param code what it does
 */
record WasiFunction(String name, String params, boolean returnsErrno, WasiCode code) {

  /** A function that gives an error number. */
  static WasiFunction of(String name, String params, WasiCode code) {
    return new WasiFunction(name, params, true, code);
  }

  /** Its WebAssembly type. */
  FuncType type() {
    List<ValType> types = new ArrayList<>();
    for (int i = 0; i < params.length(); i++) {
      types.add(params.charAt(i) == 'I' ? NumType.I64 : NumType.I32);
    }
    return new FuncType(types, returnsErrno ? List.of(NumType.I32) : List.of());
  }
}
