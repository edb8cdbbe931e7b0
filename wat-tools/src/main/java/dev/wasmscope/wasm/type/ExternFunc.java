package dev.wasmscope.wasm.type;

/**
 * The external type of a function (§2.3.16).
 *
 * @param typeIndex index of its type in the module
 */
public record ExternFunc(int typeIndex) implements ExternType {}
