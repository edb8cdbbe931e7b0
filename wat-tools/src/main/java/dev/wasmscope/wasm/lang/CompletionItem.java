package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.source.Span;

/**
 * A proposal for the word that is being written.
 *
 * @param label the word
 * @param detail signature or type
 * @param replace the bytes that the word takes the place of
 */
public record CompletionItem(String label, String detail, Span replace) {}
