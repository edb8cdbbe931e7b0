package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ByteSlice;

/**
 * A module, or one function of it, as text.
 *
 * @param text the text in UTF-8
 * @param map where the parts of the module stand in it
 */
public record PrintedModule(ByteSlice text, TextMap map) {}
