package dev.wasmscope.wasm.module;

import dev.wasmscope.wasm.source.Span;

/** Tells where the sites of a module stand in the input it came from, text or binary. */
@FunctionalInterface
public interface Spans {

  /** The bytes of the input at {@code site}; the nearest enclosing ones where it has none. */
  Span of(Site site);
}
