package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.CatchClause;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.RefType;

/** Prints single instructions: keyword and immediates, by the shape of these. */
final class InstructionPrinter {

  private final TextBuilder out;
  private final IndexSpaces spaces;
  private final PrintNames names;
  private final TypePrinter types;
  private final IdentifierMap locals;
  private final PrintLabels labels;
  private boolean usesData;

  InstructionPrinter(
      TextBuilder out,
      IndexSpaces spaces,
      PrintNames names,
      IdentifierMap locals,
      PrintLabels labels) {
    this.out = out;
    this.spaces = spaces;
    this.names = names;
    this.locals = locals;
    this.labels = labels;
    types = new TypePrinter(out, names, spaces);
  }

  /** Prints the instruction that {@code code} has just read; a block without its label. */
  void print(CodeReader code) {
    Opcode opcode = code.opcode();
    out.add(opcode.mnemonic());
    immediates(opcode, code);
  }

  /** Prints the immediates of the instruction that {@code code} has just read. */
  void immediates(Opcode opcode, CodeReader code) {
    switch (opcode.immediate()) {
      case NONE, ZERO_BYTE -> {}
      case LOCAL -> locals.reference(out, code.index());
      case CONST_I32 -> out.add(' ').add(Integer.toString(code.i32()));
      case CONST_I64 -> out.add(' ').add(Long.toString(code.i64()));
      case CONST_F32 -> out.add(' ').add(NumberText.f32(code.f32Bits()));
      case CONST_F64 -> out.add(' ').add(NumberText.f64(code.f64Bits()));
      case MEMARG -> memoryArgument(opcode, code);
      case LABEL -> labels.reference(out, code.index());
      case FUNCTION -> reference(Names.Space.FUNCTION, code.index());
      case GLOBAL -> reference(Names.Space.GLOBAL, code.index());
      case BLOCK_TYPE -> blockType(code);
      case TYPE_TABLE -> {
        unlessZero(Names.Space.TABLE, code.index2());
        types.shortTypeUse(code.index());
      }
      case LABEL_TABLE -> {
        for (int i = 0; i < code.labelCount(); i++) {
          labels.reference(out, code.label(i));
        }
      }
      default -> indices(opcode, code);
    }
  }

  private void indices(Opcode opcode, CodeReader code) {
    switch (opcode.immediate()) {
      case TYPE -> reference(Names.Space.TYPE, code.index());
      case TAG -> reference(Names.Space.TAG, code.index());
      case ELEM -> reference(Names.Space.ELEMENT, code.index());
      case DATA -> reference(Names.Space.DATA, code.index());
      case TABLE -> unlessZero(Names.Space.TABLE, code.index());
      case MEMORY -> unlessZero(Names.Space.MEMORY, code.index());
      case TABLE_TABLE -> unlessBothZero(Names.Space.TABLE, code);
      case MEMORY_MEMORY -> unlessBothZero(Names.Space.MEMORY, code);
      case ELEM_TABLE -> {
        unlessZero(Names.Space.TABLE, code.index2());
        reference(Names.Space.ELEMENT, code.index());
      }
      case DATA_MEMORY -> {
        unlessZero(Names.Space.MEMORY, code.index2());
        reference(Names.Space.DATA, code.index());
      }
      case TYPE_FIELD -> {
        reference(Names.Space.TYPE, code.index());
        names.fields(code.index()).reference(out, code.index2());
      }
      case TYPE_LENGTH -> {
        reference(Names.Space.TYPE, code.index());
        out.add(' ').unsigned(code.index2());
      }
      case TYPE_DATA -> two(Names.Space.TYPE, Names.Space.DATA, code);
      case TYPE_ELEM -> two(Names.Space.TYPE, Names.Space.ELEMENT, code);
      case TYPE_TYPE -> two(Names.Space.TYPE, Names.Space.TYPE, code);
      default -> rest(opcode, code);
    }
  }

  private void rest(Opcode opcode, CodeReader code) {
    switch (opcode.immediate()) {
      case MEMARG_LANE -> {
        memoryArgument(opcode, code);
        out.add(' ').unsigned(code.lane());
      }
      case LANE -> out.add(' ').unsigned(code.lane());
      case LANES16 -> lanes(code);
      case CONST_V128 -> vector(code);
      case HEAP_TYPE -> heapType(opcode, code);
      case VAL_TYPES -> {
        out.add(" (result");
        code.valTypes().forEach(types::value);
        out.add(')');
      }
      case CAST -> {
        labels.reference(out, code.index());
        types.value(code.castSource());
        types.value(code.castTarget());
      }
      case BLOCK_CATCHES -> {
        blockType(code);
        for (int i = 0; i < code.catchCount(); i++) {
          catchClause(code.catchClause(i));
        }
      }
      case STRING -> string(code.index());
      default -> throw new IllegalStateException("no printer for " + opcode.immediate());
    }
  }

  /** Whether an instruction so far named a data segment, which asks for a data count section. */
  boolean usesData() {
    return usesData;
  }

  private void reference(Names.Space space, int index) {
    usesData |= space == Names.Space.DATA;
    names.of(space).reference(out, index);
  }

  private void unlessZero(Names.Space space, int index) {
    if (index != 0) {
      reference(space, index);
    }
  }

  private void unlessBothZero(Names.Space space, CodeReader code) {
    if ((code.index() | code.index2()) != 0) {
      two(space, space, code);
    }
  }

  private void two(Names.Space first, Names.Space second, CodeReader code) {
    reference(first, code.index());
    reference(second, code.index2());
  }

  private void memoryArgument(Opcode opcode, CodeReader code) {
    unlessZero(Names.Space.MEMORY, code.memory());
    if (code.memoryOffset() != 0) {
      out.add(" offset=").add(Long.toUnsignedString(code.memoryOffset()));
    }
    int natural = ((Signature.MemoryAccess) opcode.signature()).width();
    if (code.alignment() != Integer.numberOfTrailingZeros(natural)) {
      out.add(" align=").add(Long.toUnsignedString(1L << code.alignment()));
    }
  }

  private void blockType(CodeReader code) {
    if (code.blockTypeIndex() >= 0) {
      types.typeUse(code.blockTypeIndex(), IdentifierMap.NONE);
    } else if (code.blockResult() != null) {
      out.add(" (result");
      types.value(code.blockResult());
      out.add(')');
    }
  }

  /** Instructions with a code for each nullability take a whole reference type. */
  private void heapType(Opcode opcode, CodeReader code) {
    switch (opcode) {
      case REF_TEST, REF_CAST -> types.value(new RefType(false, code.heapType()));
      case REF_TEST_NULL, REF_CAST_NULL -> types.value(new RefType(true, code.heapType()));
      default -> types.heap(code.heapType());
    }
  }

  private void catchClause(CatchClause clause) {
    out.add(" (").add(clause.kind().keyword());
    if (clause.kind().hasTag()) {
      reference(Names.Space.TAG, clause.tag());
    }
    labels.reference(out, clause.label());
    out.add(')');
  }

  private void lanes(CodeReader code) {
    for (int i = 0; i < 16; i++) {
      long half = i < 8 ? code.v128Low() : code.v128High();
      out.add(' ').unsigned((int) (half >>> (8 * (i & 7))) & 0xFF);
    }
  }

  private void vector(CodeReader code) {
    out.add(" i32x4");
    for (long half : new long[] {code.v128Low(), code.v128High()}) {
      hex((int) half);
      hex((int) (half >>> 32));
    }
  }

  private void hex(int lane) {
    out.add(" 0x");
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.hexByte(lane >>> shift);
    }
  }

  private void string(int index) {
    out.add(' ');
    var strings = spaces.module().strings();
    boolean known = index >= 0 && index < strings.size();
    StringText.bytes(out, known ? strings.get(index) : ByteSlice.EMPTY);
  }
}
