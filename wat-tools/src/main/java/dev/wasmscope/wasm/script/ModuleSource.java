package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.source.Span;

/** A module as a script gives it; understood only when the command runs. */
public sealed interface ModuleSource {

  /** The bytes of the script from parenthesis to parenthesis. */
  Span span();

  /**
   * A module written out, {@code (module …)}.
   *
   * @param source a slice of the whole script, so that places in it are places in the script
   */
  record Text(Span span, ByteSlice source) implements ModuleSource {}

  /** {@code (module quote "…")}: the text format, in strings. */
  record Quoted(Span span, ByteSlice text) implements ModuleSource {}

  /** {@code (module binary "…")}: the binary format, in strings. */
  record Binary(Span span, ByteSlice bytes) implements ModuleSource {}
}
