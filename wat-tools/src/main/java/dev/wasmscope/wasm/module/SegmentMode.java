package dev.wasmscope.wasm.module;

/** When a segment is used (§2.5.6, §2.5.7). */
public sealed interface SegmentMode {

  /** Copied on instantiation to a table or memory, at a constant expression. */
  record Active(int target, ByteSlice offset) implements SegmentMode {}

  /** Copied by instructions. */
  record Passive() implements SegmentMode {}

  /** Only announces references to functions; element segments alone. */
  record Declarative() implements SegmentMode {}
}
