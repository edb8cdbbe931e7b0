package dev.wasmscope.wasm.module;

/** Something the module offers (§2.5.10), by its index in the index space of {@code kind}. */
public record Export(String name, ExternKind kind, int index) {}
