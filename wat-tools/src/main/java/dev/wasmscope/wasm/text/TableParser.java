package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.module.Table;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TableType;
import java.util.List;
import java.util.Optional;

/** Parses tables (§6.6.8), with elements written inside. */
final class TableParser {

  private final TokenCursor cursor;
  private final ParseContext context;

  TableParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
  }

  /** Parses {@code (table …)}. */
  void parse(int index) {
    var header = new DefinitionHeader(cursor, context);
    DefinitionHeader.Source source = header.exportsAndImport(ExternKind.TABLE, index);
    var limits = new LimitsParser(cursor, context);
    if (source != null) {
      context.module().imports.add(source.of(limits.tableType()));
    } else {
      definition(index, limits);
    }
    cursor.expectRight();
  }

  private void definition(int index, LimitsParser limits) {
    AddressType address = limits.address();
    var types = new TypeParser(cursor, context);
    if (types.atRefType()) {
      withElements(index, address, types.refType());
      return;
    }
    Limits size = limits.limits();
    var type = new TableType(address, size, types.refType());
    Optional<ByteSlice> init = Optional.empty();
    if (cursor.kind() != TokenKind.RIGHT) {
      init = Optional.of(new ExpressionParser(cursor, context).sequence());
    }
    context.module().tables.add(new Table(type, init));
  }

  private void withElements(int index, AddressType address, RefType element) {
    cursor.expectLeft("elem");
    ElementSegment.Items items = new ElementParser(cursor, context).impliedItems();
    cursor.expectRight();
    var type = new TableType(address, Limits.of(items.size(), items.size()), element);
    context.module().tables.add(new Table(type, Optional.empty()));
    var mode = new SegmentMode.Active(index, ExpressionParser.zero(address));
    context.module().elements.add(segment(element, items, mode));
  }

  /** Indices stand for any function; where the table wants a certain type they are spelled out. */
  private static ElementSegment segment(
      RefType element, ElementSegment.Items items, SegmentMode mode) {
    if (!(items instanceof ElementSegment.Functions(var indices))) {
      return new ElementSegment(element, items, mode);
    }
    if (element.heap() == AbsHeapType.FUNC) {
      return new ElementSegment(new RefType(false, AbsHeapType.FUNC), items, mode);
    }
    List<ByteSlice> references = indices.stream().map(TableParser::reference).toList();
    return new ElementSegment(element, new ElementSegment.Expressions(references), mode);
  }

  private static ByteSlice reference(int function) {
    return new ByteWriter().opcode(Opcode.REF_FUNC).u32(function).opcode(Opcode.END).toSlice();
  }
}
