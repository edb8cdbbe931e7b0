package dev.wasmscope.wasm.type;

/** Tag types (§2.3.15): the function type, by index, whose parameters an exception carries. */
public record TagType(int typeIndex) implements ExternType {}
