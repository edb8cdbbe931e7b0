package dev.wasmscope.wasm.type;

/** What a reference may point to (§2.3.3). */
public sealed interface HeapType permits AbsHeapType, TypeIndex {}
