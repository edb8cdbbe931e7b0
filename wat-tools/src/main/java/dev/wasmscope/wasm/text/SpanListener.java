package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.Definition;

/** Hears where the parts of a module stand in its text, while that is read or printed. */
interface SpanListener {

  /** For a text whose map nobody asks for. */
  SpanListener NONE = new SpanListener() {};

  /** A definition stands at {@code [start, end)}. */
  default void define(Definition.Kind kind, int index, int start, int end) {}

  /** The instructions told of from now on are those of {@code function}. */
  default void beginFunction(int function) {}

  /** An instruction at {@code offset} of the body of {@code function}. */
  default void instruction(int function, int offset, int start, int end) {}

  /** The instructions of a function were told of out of order. */
  default void endFunction(int function) {}
}
