package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.source.Span;

/** A change of a text: the bytes of {@code span} become {@code replacement}. */
public record TextEdit(Span span, String replacement) {}
