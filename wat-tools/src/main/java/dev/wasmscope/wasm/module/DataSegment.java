package dev.wasmscope.wasm.module;

/** Bytes for memories (§2.5.7). */
public record DataSegment(ByteSlice bytes, SegmentMode mode) {}
