package dev.wasmscope.wasm.module;

import dev.wasmscope.wasm.type.GlobalType;

/**
 * A global defined in the module (§2.5.5).
 *
 * @param init constant expression, up to and with its {@code end}
 */
public record Global(GlobalType type, ByteSlice init) {}
