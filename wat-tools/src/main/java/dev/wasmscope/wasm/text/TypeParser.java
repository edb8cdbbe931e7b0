package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parses types of values, references and fields (§6.4). */
final class TypeParser {

  private static final Map<String, StorageType> SHORT = new HashMap<>();
  private static final Map<String, AbsHeapType> HEAP = new HashMap<>();

  static {
    for (NumType type : NumType.values()) {
      SHORT.put(type.toString(), type);
    }
    for (VecType type : VecType.values()) {
      SHORT.put(type.toString(), type);
    }
    for (PackedType type : PackedType.values()) {
      SHORT.put(type.toString(), type);
    }
    for (AbsHeapType heap : AbsHeapType.values()) {
      HEAP.put(heap.toString(), heap);
      SHORT.put(heap.nullableName(), new RefType(true, heap));
    }
  }

  private final TokenCursor cursor;
  private final ParseContext context;

  TypeParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
  }

  /** Whether a value type starts at the cursor. */
  boolean atValType() {
    return cursor.atLeft("ref")
        || (cursor.kind() == TokenKind.KEYWORD && SHORT.get(cursor.text()) instanceof ValType);
  }

  /** Appends the value types at the cursor, up to what is none. */
  void valTypes(List<ValType> to) {
    while (cursor.kind() == TokenKind.KEYWORD || cursor.kind() == TokenKind.LEFT) {
      to.add(valType());
    }
  }

  ValType valType() {
    return storageType() instanceof ValType type ? type : rejectPacked();
  }

  private ValType rejectPacked() {
    throw new DiagnosticException(
        Diagnostic.error(
            DiagnosticCode.UNEXPECTED_TOKEN,
            Span.at(cursor.lastEnd()),
            "packed types only stand in fields; expected a value type"));
  }

  StorageType storageType() {
    if (cursor.kind() == TokenKind.KEYWORD) {
      StorageType type = SHORT.get(cursor.text());
      if (type != null) {
        if (type instanceof RefType(_, AbsHeapType heap)) {
          checkFeature(heap);
        }
        cursor.advance();
        return type;
      }
    }
    if (cursor.atLeft("ref")) {
      return longRefType();
    }
    throw cursor.unexpected("a type");
  }

  RefType refType() {
    if (cursor.kind() == TokenKind.KEYWORD
        && SHORT.get(cursor.text()) instanceof RefType(boolean nullable, AbsHeapType heap)) {
      checkFeature(heap);
      cursor.advance();
      return new RefType(nullable, heap);
    }
    if (cursor.atLeft("ref")) {
      return longRefType();
    }
    throw cursor.unexpected("a reference type");
  }

  /** Whether a reference type starts at the cursor. */
  boolean atRefType() {
    return cursor.atLeft("ref")
        || (cursor.kind() == TokenKind.KEYWORD && SHORT.get(cursor.text()) instanceof RefType);
  }

  private RefType longRefType() {
    cursor.expectLeft("ref");
    boolean nullable = cursor.skipKeyword("null");
    HeapType heap = heapType();
    cursor.expectRight();
    return new RefType(nullable, heap);
  }

  HeapType heapType() {
    if (cursor.kind() == TokenKind.KEYWORD) {
      AbsHeapType heap = HEAP.get(cursor.text());
      if (heap == null) {
        throw cursor.unexpected("a heap type");
      }
      checkFeature(heap);
      cursor.advance();
      return heap;
    }
    return new TypeIndex(context.scopes().of(NameUse.Space.TYPE).resolve(cursor));
  }

  private void checkFeature(AbsHeapType heap) {
    switch (heap) {
      case STRING, STRINGVIEW_WTF8, STRINGVIEW_WTF16, STRINGVIEW_ITER ->
          context.require(Feature.STRINGREF, cursor.span(), "the type " + heap);
      default -> {}
    }
  }
}
