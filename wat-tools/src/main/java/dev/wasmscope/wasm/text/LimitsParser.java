package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.TableType;

/** Parses types of tables and memories (§6.4.10 to §6.4.14). */
final class LimitsParser {

  private final TokenCursor cursor;
  private final ParseContext context;

  LimitsParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
  }

  /** The address type at the cursor; 32 bits where none is. */
  AddressType address() {
    if (cursor.skipKeyword("i64")) {
      return AddressType.I64;
    }
    cursor.skipKeyword("i32");
    return AddressType.I32;
  }

  TableType tableType() {
    AddressType address = address();
    Limits limits = limits();
    return new TableType(address, limits, new TypeParser(cursor, context).refType());
  }

  MemoryType memoryType() {
    return memoryType(address());
  }

  /** The rest of a memory type whose address type has been read. */
  MemoryType memoryType(AddressType address) {
    Limits limits = limits();
    boolean shared = shared();
    return new MemoryType(address, limits, shared, pageSize());
  }

  /** Sizes are 64 bits wide here; the validator knows which are too large. */
  Limits limits() {
    long min = number();
    return cursor.kind() == TokenKind.NATURAL ? Limits.of(min, number()) : Limits.of(min);
  }

  private long number() {
    if (cursor.kind() != TokenKind.NATURAL) {
      throw cursor.unexpected("a size");
    }
    return new ConstantParser(cursor).u64();
  }

  private boolean shared() {
    Span span = cursor.span();
    if (cursor.skipKeyword("shared")) {
      context.require(Feature.THREADS, span, "a shared memory");
      return true;
    }
    cursor.skipKeyword("unshared");
    return false;
  }

  /** Binary logarithm of the page size at the cursor; that of 64 KiB where none is. */
  int pageSize() {
    Span span = cursor.span();
    if (!cursor.skipLeft("pagesize")) {
      return MemoryType.DEFAULT_PAGE_SIZE_LOG2;
    }
    context.require(Feature.CUSTOM_PAGE_SIZES, span, "a page size");
    long size = new ConstantParser(cursor).u64();
    if (Long.bitCount(size) != 1) {
      throw new DiagnosticException(
          Diagnostic.error(
              DiagnosticCode.TEXT_PAGE_SIZE,
              span,
              "expected a power of two, found " + Long.toUnsignedString(size)));
    }
    cursor.expectRight();
    return Long.numberOfTrailingZeros(size);
  }
}
