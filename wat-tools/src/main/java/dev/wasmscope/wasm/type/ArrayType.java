package dev.wasmscope.wasm.type;

/** Array types (§2.3.7). */
public record ArrayType(FieldType element) implements CompositeType {}
