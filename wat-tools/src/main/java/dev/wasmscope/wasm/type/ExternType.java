package dev.wasmscope.wasm.type;

/** Types of what can be imported or exported (§2.3.16); a function or tag by its type index. */
public sealed interface ExternType permits ExternFunc, TableType, MemoryType, GlobalType, TagType {}
