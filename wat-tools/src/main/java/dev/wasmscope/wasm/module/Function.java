package dev.wasmscope.wasm.module;

/**
 * A function defined in the module (§2.5.2).
 *
 * @param typeIndex index of its type
 * @param body local declarations, then instructions up to and with the final {@code end}, as in the
 *     binary format (§5.5.13) behind the size; offset 0 of every {@link Place} in the function
 */
public record Function(int typeIndex, ByteSlice body) {}
