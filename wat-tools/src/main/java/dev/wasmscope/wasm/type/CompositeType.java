package dev.wasmscope.wasm.type;

/** Types composed of others (§2.3.8). */
public sealed interface CompositeType permits FuncType, StructType, ArrayType {}
