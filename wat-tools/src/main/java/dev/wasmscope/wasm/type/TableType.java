package dev.wasmscope.wasm.type;

/** Table types (§2.3.13); limits in elements. */
public record TableType(AddressType address, Limits limits, RefType element)
    implements ExternType {}
