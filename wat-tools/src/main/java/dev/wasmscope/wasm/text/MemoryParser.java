package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;

/** Parses memories (§6.6.9), with data written inside. */
final class MemoryParser {

  private final TokenCursor cursor;
  private final ParseContext context;

  MemoryParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
  }

  /** Parses {@code (memory …)}. */
  void parse(int index) {
    var header = new DefinitionHeader(cursor, context);
    DefinitionHeader.Source source = header.exportsAndImport(ExternKind.MEMORY, index);
    var limits = new LimitsParser(cursor, context);
    if (source != null) {
      context.module().imports.add(source.of(limits.memoryType()));
    } else {
      definition(index, limits);
    }
    cursor.expectRight();
  }

  private void definition(int index, LimitsParser limits) {
    AddressType address = limits.address();
    if (!cursor.atLeft("data") && !cursor.atLeft("pagesize")) {
      context.module().memories.add(limits.memoryType(address));
      return;
    }
    int pageSize = limits.pageSize();
    cursor.expectLeft("data");
    ByteSlice bytes = new DataParser(cursor, context).strings();
    cursor.expectRight();
    long pages = (bytes.length() + (1L << pageSize) - 1) >> pageSize;
    context
        .module()
        .memories
        .add(new MemoryType(address, Limits.of(pages, pages), false, pageSize));
    var mode = new SegmentMode.Active(index, ExpressionParser.zero(address));
    context.module().data.add(new DataSegment(bytes, mode));
  }
}
