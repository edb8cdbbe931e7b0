package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.source.Span;

/**
 * A line of an outline.
 *
 * @param kind what is defined or imported
 * @param index in the index space, or among the entries of its kind
 * @param name its identifier, export name or index
 * @param detail its type, and where an import comes from
 * @param span where it stands in the text
 */
public record OutlineItem(Definition.Kind kind, int index, String name, String detail, Span span) {}
