package dev.wasmscope.wasm.module;

import dev.wasmscope.wasm.type.ExternType;

/** Something the module asks of its host (§2.5.9). */
public record Import(String module, String name, ExternType type) {

  /** The index space that this import extends. */
  public ExternKind kind() {
    return switch (type) {
      case dev.wasmscope.wasm.type.ExternFunc _ -> ExternKind.FUNC;
      case dev.wasmscope.wasm.type.TableType _ -> ExternKind.TABLE;
      case dev.wasmscope.wasm.type.MemoryType _ -> ExternKind.MEMORY;
      case dev.wasmscope.wasm.type.GlobalType _ -> ExternKind.GLOBAL;
      case dev.wasmscope.wasm.type.TagType _ -> ExternKind.TAG;
    };
  }
}
