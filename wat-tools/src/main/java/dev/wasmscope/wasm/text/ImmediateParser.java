package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.binary.CatchClause;
import dev.wasmscope.wasm.binary.TypeWriter;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;

/** Parses what follows an instruction's keyword, by the shape of its immediates, into bytes. */
final class ImmediateParser {

  private static final int MEMORY_FLAG = 1 << 6;
  static final int EMPTY_BLOCK = 0x40;

  private final TokenCursor cursor;
  private final ParseContext context;
  private final LabelStack labels;
  private final TypeParser types;
  private final TypeUseParser typeUses;
  private final ConstantParser constants;

  ImmediateParser(TokenCursor cursor, ParseContext context, LabelStack labels) {
    this.cursor = cursor;
    this.context = context;
    this.labels = labels;
    types = new TypeParser(cursor, context);
    typeUses = new TypeUseParser(cursor, context);
    constants = new ConstantParser(cursor);
  }

  /** Writes an opcode. */
  static void opcode(Opcode opcode, ByteWriter out) {
    if (opcode.prefix() == 0) {
      out.u8(opcode.number());
    } else {
      out.u8(opcode.prefix());
      out.u32(opcode.number());
    }
  }

  /**
   * Writes the instruction whose keyword the cursor has just passed.
   *
   * @param keyword the first row with that keyword; the immediates may tell another
   */
  void instruction(Opcode keyword, ByteWriter out) {
    switch (keyword) {
      case SELECT -> select(out);
      case REF_TEST -> refType(Opcode.REF_TEST, Opcode.REF_TEST_NULL, out);
      case REF_CAST -> refType(Opcode.REF_CAST, Opcode.REF_CAST_NULL, out);
      default -> {
        opcode(keyword, out);
        frequent(keyword, out);
      }
    }
  }

  private void frequent(Opcode opcode, ByteWriter out) {
    switch (opcode.immediate()) {
      case NONE -> {}
      case LOCAL -> index(NameUse.Space.LOCAL, out);
      case CONST_I32 -> out.signed(constants.integer(32));
      case CONST_I64 -> out.signed(constants.integer(64));
      case CONST_F32 -> out.i32(constants.f32());
      case CONST_F64 -> out.i64(constants.f64());
      case MEMARG -> memoryArgument(opcode, out);
      case LABEL -> out.u32(labels.resolve());
      case FUNCTION -> index(NameUse.Space.FUNCTION, out);
      case GLOBAL -> index(NameUse.Space.GLOBAL, out);
      case BLOCK_TYPE -> blockType(out);
      case TYPE_TABLE -> typeAndTable(out);
      case LABEL_TABLE -> labelTable(out);
      default -> rare(opcode, out);
    }
  }

  private void rare(Opcode opcode, ByteWriter out) {
    switch (opcode.immediate()) {
      case TYPE -> index(NameUse.Space.TYPE, out);
      case TAG -> index(NameUse.Space.TAG, out);
      case ELEM -> index(NameUse.Space.ELEMENT, out);
      case DATA -> index(NameUse.Space.DATA, out);
      case TABLE -> out.u32(optionalIndex(NameUse.Space.TABLE));
      case MEMORY -> out.u32(optionalIndex(NameUse.Space.MEMORY));
      case TABLE_TABLE -> twoOrNone(NameUse.Space.TABLE, out);
      case MEMORY_MEMORY -> twoOrNone(NameUse.Space.MEMORY, out);
      case ELEM_TABLE -> segment(NameUse.Space.TABLE, NameUse.Space.ELEMENT, out);
      case DATA_MEMORY -> segment(NameUse.Space.MEMORY, NameUse.Space.DATA, out);
      case MEMARG_LANE -> memoryArgumentAndLane(opcode, out);
      case LANE -> out.u8(constants.lane());
      case LANES16 -> constants.lanes16(out);
      case CONST_V128 -> constants.v128(out);
      default -> types(opcode, out);
    }
  }

  private void types(Opcode opcode, ByteWriter out) {
    switch (opcode.immediate()) {
      case HEAP_TYPE -> TypeWriter.heapType(out, types.heapType());
      case TYPE_FIELD -> field(out);
      case TYPE_LENGTH -> {
        index(NameUse.Space.TYPE, out);
        expectNatural("a number of elements");
        out.u32(NameScope.number(cursor));
        cursor.advance();
      }
      case TYPE_DATA -> indices(NameUse.Space.TYPE, NameUse.Space.DATA, out);
      case TYPE_ELEM -> indices(NameUse.Space.TYPE, NameUse.Space.ELEMENT, out);
      case TYPE_TYPE -> indices(NameUse.Space.TYPE, NameUse.Space.TYPE, out);
      case CAST -> cast(out);
      case BLOCK_CATCHES -> {
        blockType(out);
        catches(out);
      }
      case ZERO_BYTE -> out.u8(0);
      case STRING -> out.u32(stringLiteral());
      default -> throw new IllegalStateException("no parser for " + opcode.immediate());
    }
  }

  private int resolve(NameUse.Space space) {
    if (space == NameUse.Space.DATA) {
      context.module().hasDataCount(true);
    }
    return context.scopes().of(space).resolve(cursor);
  }

  private void index(NameUse.Space space, ByteWriter out) {
    out.u32(resolve(space));
  }

  private void indices(NameUse.Space first, NameUse.Space second, ByteWriter out) {
    index(first, out);
    index(second, out);
  }

  private boolean atIndex() {
    return cursor.kind() == TokenKind.NATURAL || cursor.kind() == TokenKind.ID;
  }

  private boolean isIndexFollowing() {
    TokenKind kind = cursor.followingKind();
    return kind == TokenKind.NATURAL || kind == TokenKind.ID;
  }

  private void expectNatural(String what) {
    if (cursor.kind() != TokenKind.NATURAL) {
      throw cursor.unexpected(what);
    }
  }

  private int optionalIndex(NameUse.Space space) {
    return atIndex() ? resolve(space) : 0;
  }

  private void twoOrNone(NameUse.Space space, ByteWriter out) {
    boolean given = atIndex();
    out.u32(given ? resolve(space) : 0);
    out.u32(given ? resolve(space) : 0);
  }

  /** Where only one index is given, it is the segment's. */
  private void segment(NameUse.Space target, NameUse.Space segment, ByteWriter out) {
    int targetIndex = atIndex() && isIndexFollowing() ? resolve(target) : 0;
    out.u32(resolve(segment));
    out.u32(targetIndex);
  }

  private void field(ByteWriter out) {
    int type = resolve(NameUse.Space.TYPE);
    out.u32(type);
    out.u32(context.scopes().fieldsOf(type).resolve(cursor));
  }

  private void select(ByteWriter out) {
    if (!cursor.atLeft("result")) {
      opcode(Opcode.SELECT, out);
      return;
    }
    opcode(Opcode.SELECT_T, out);
    List<ValType> results = new ArrayList<>();
    while (cursor.skipLeft("result")) {
      types.valTypes(results);
      cursor.expectRight();
    }
    TypeWriter.valTypes(out, results);
  }

  private void refType(Opcode nonNull, Opcode nullable, ByteWriter out) {
    RefType type = types.refType();
    opcode(type.nullable() ? nullable : nonNull, out);
    TypeWriter.heapType(out, type.heap());
  }

  private void blockType(ByteWriter out) {
    TypeUseParser.TypeUse use = typeUses.parse(TypeUseParser.Parameters.UNNAMED);
    FuncType type = use.inline();
    if (use.index() >= 0 || !type.params().isEmpty() || type.results().size() > 1) {
      out.signed(Integer.toUnsignedLong(typeUses.index(use)));
    } else if (type.results().isEmpty()) {
      out.u8(EMPTY_BLOCK);
    } else {
      TypeWriter.valType(out, type.results().get(0));
    }
  }

  private void typeAndTable(ByteWriter out) {
    int table = optionalIndex(NameUse.Space.TABLE);
    out.u32(typeUses.index(TypeUseParser.Parameters.UNNAMED));
    out.u32(table);
  }

  private void labelTable(ByteWriter out) {
    var depths = new IntList();
    depths.add(labels.resolve());
    while (atIndex()) {
      depths.add(labels.resolve());
    }
    out.u32(depths.size() - 1);
    for (int i = 0; i < depths.size(); i++) {
      out.u32(depths.get(i));
    }
  }

  private void memoryArgument(Opcode opcode, ByteWriter out) {
    memoryArgument(opcode, optionalIndex(NameUse.Space.MEMORY), out);
  }

  /** A single number is the lane; before another number or an offset it is the memory. */
  private void memoryArgumentAndLane(Opcode opcode, ByteWriter out) {
    boolean memoryGiven =
        cursor.kind() == TokenKind.ID
            || (cursor.kind() == TokenKind.NATURAL
                && (isIndexFollowing()
                    || cursor.followingKind() == TokenKind.KEYWORD && isArgumentFollowing()));
    memoryArgument(opcode, memoryGiven ? resolve(NameUse.Space.MEMORY) : 0, out);
    out.u8(constants.lane());
  }

  private boolean isArgumentFollowing() {
    String word =
        TextErrors.shown(cursor.source(), new Span(cursor.followingStart(), cursor.followingEnd()));
    return word.startsWith("offset=") || word.startsWith("align=");
  }

  private void memoryArgument(Opcode opcode, int memory, ByteWriter out) {
    long offset = 0;
    if (cursor.atKeywordPrefix("offset=")) {
      offset = argument("offset=".length());
    }
    int natural = ((Signature.MemoryAccess) opcode.signature()).width();
    int log2 = Integer.numberOfTrailingZeros(natural);
    if (cursor.atKeywordPrefix("align=")) {
      Span span = cursor.span();
      long alignment = argument("align=".length());
      if (Long.bitCount(alignment) != 1) {
        throw new DiagnosticException(
            Diagnostic.error(
                DiagnosticCode.TEXT_ALIGNMENT, span, "found " + Long.toUnsignedString(alignment)));
      }
      log2 = Long.numberOfTrailingZeros(alignment);
    }
    out.u32(memory == 0 ? log2 : log2 | MEMORY_FLAG);
    if (memory != 0) {
      out.u32(memory);
    }
    out.u64(offset);
  }

  private long argument(int prefix) {
    int start = cursor.start() + prefix;
    int end = cursor.end();
    if (start == end || NumberShape.of(cursor.source(), start, end) != TokenKind.NATURAL) {
      throw cursor.unexpected("a number without sign behind the equals sign");
    }
    long value = constants.u64(start, end);
    cursor.advance();
    return value;
  }

  private void cast(ByteWriter out) {
    int label = labels.resolve();
    RefType source = types.refType();
    RefType target = types.refType();
    out.u8((source.nullable() ? 1 : 0) | (target.nullable() ? 2 : 0));
    out.u32(label);
    HeapType from = source.heap();
    TypeWriter.heapType(out, from);
    TypeWriter.heapType(out, target.heap());
  }

  private void catches(ByteWriter out) {
    var clauses = new ByteWriter();
    int count = 0;
    boolean found = true;
    while (found) {
      found = false;
      CatchClause.Kind[] kinds = CatchClause.Kind.values();
      for (int code = 0; code < kinds.length; code++) {
        CatchClause.Kind kind = kinds[code];
        if (cursor.skipLeft(kind.keyword())) {
          clauses.u8(code);
          if (kind.hasTag()) {
            index(NameUse.Space.TAG, clauses);
          }
          clauses.u32(labels.resolve());
          cursor.expectRight();
          count++;
          found = true;
        }
      }
    }
    out.u32(count);
    out.tail(clauses, 0);
  }

  private int stringLiteral() {
    if (cursor.kind() != TokenKind.STRING) {
      throw cursor.unexpected("a string");
    }
    byte[] bytes = StringLiteral.decode(cursor.source(), cursor.start(), cursor.end());
    cursor.advance();
    return context.stringIndex(bytes);
  }
}
