package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.type.HeapType;

/** A value that a script writes out; floating-point numbers by their bits. */
public sealed interface Literal {

  record I32(int value) implements Literal {}

  record I64(long value) implements Literal {}

  record F32(int bits) implements Literal {}

  record F64(long bits) implements Literal {}

  /** Sixteen bytes, little-endian: {@code low} holds the first eight. */
  record V128(long low, long high) implements Literal {}

  /** {@code (ref.null type)}. */
  record RefNull(HeapType type) implements Literal {}

  /** {@code (ref.extern n)}: the host's object with this number, as an external reference. */
  record RefExtern(int number) implements Literal {}

  /** {@code (ref.host n)}: the host's object with this number, as an internal reference. */
  record RefHost(int number) implements Literal {}
}
