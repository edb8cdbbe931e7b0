package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.RefType;
import java.util.ArrayList;
import java.util.List;

/** The element section (§5.5.12). */
final class ElementSection implements SectionCodec {

  /** Passive or declarative, by {@link #EXPLICIT}. */
  private static final int NOT_ACTIVE = 1;

  /** A table index, or declarative where not active. */
  private static final int EXPLICIT = 2;

  private static final int EXPRESSIONS = 4;
  private static final int MAX_FLAGS = 7;

  private static final RefType FUNCTIONS = new RefType(false, AbsHeapType.FUNC);

  @Override
  public SectionId id() {
    return SectionId.ELEMENT;
  }

  @Override
  public void read(SectionInput in) {
    in.definitions(Definition.Kind.ELEMENT, () -> in.module().elements.add(segment(in)));
  }

  private static ElementSegment segment(SectionInput in) {
    ByteReader bytes = in.bytes();
    int start = bytes.position();
    int flags = bytes.u32();
    if (Integer.compareUnsigned(flags, MAX_FLAGS) > 0) {
      throw bytes.error(
          DiagnosticCode.SEGMENT_KIND,
          start,
          "expected 0 to 7, found " + Integer.toUnsignedString(flags));
    }
    SegmentMode mode = mode(in, flags);
    boolean expressions = (flags & EXPRESSIONS) != 0;
    boolean hasType = (flags & (NOT_ACTIVE | EXPLICIT)) != 0;
    RefType type = expressions ? RefType.FUNCREF : FUNCTIONS;
    if (hasType) {
      type = expressions ? TypeReader.refType(bytes) : elementKind(bytes);
    }
    return new ElementSegment(type, expressions ? expressions(in) : functions(bytes), mode);
  }

  private static SegmentMode mode(SectionInput in, int flags) {
    if ((flags & NOT_ACTIVE) != 0) {
      return (flags & EXPLICIT) != 0 ? new SegmentMode.Declarative() : new SegmentMode.Passive();
    }
    int table = (flags & EXPLICIT) != 0 ? in.bytes().u32() : 0;
    return new SegmentMode.Active(table, in.expression());
  }

  private static RefType elementKind(ByteReader in) {
    int start = in.position();
    int kind = in.u8();
    if (kind != 0) {
      throw in.error(DiagnosticCode.ELEMENT_KIND, start, "expected 0, found " + kind);
    }
    return FUNCTIONS;
  }

  private static ElementSegment.Items functions(ByteReader in) {
    int count = in.length();
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      indices.add(in.u32());
    }
    return new ElementSegment.Functions(indices);
  }

  private static ElementSegment.Items expressions(SectionInput in) {
    int count = in.bytes().length();
    List<ByteSlice> expressions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      expressions.add(in.expression());
    }
    return new ElementSegment.Expressions(expressions);
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.elements().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.elements().size());
    module.elements().forEach(segment -> write(segment, out));
  }

  private static void write(ElementSegment segment, ByteWriter out) {
    boolean indices =
        segment.items() instanceof ElementSegment.Functions && segment.type().equals(FUNCTIONS);
    boolean implied = indices || segment.type().equals(RefType.FUNCREF);
    int kind = indices ? 0 : EXPRESSIONS;
    switch (segment.mode()) {
      case SegmentMode.Passive _ -> out.u32(kind | NOT_ACTIVE);
      case SegmentMode.Declarative _ -> out.u32(kind | NOT_ACTIVE | EXPLICIT);
      case SegmentMode.Active(int table, ByteSlice offset) -> {
        if (table == 0 && implied) {
          out.u32(kind).bytes(offset);
        } else {
          out.u32(kind | EXPLICIT).u32(table).bytes(offset);
        }
      }
    }
    boolean typeless = segment.mode() instanceof SegmentMode.Active(int table, _) && table == 0;
    if (!(typeless && implied)) {
      writeType(segment.type(), indices, out);
    }
    writeItems(segment.items(), indices, out);
  }

  private static void writeType(RefType type, boolean indices, ByteWriter out) {
    if (indices) {
      out.u8(0);
    } else {
      TypeWriter.storageType(out, type);
    }
  }

  private static void writeItems(ElementSegment.Items items, boolean indices, ByteWriter out) {
    out.u32(items.size());
    switch (items) {
      case ElementSegment.Expressions(var expressions) -> expressions.forEach(out::bytes);
      case ElementSegment.Functions(var functions) ->
          functions.forEach(
              index -> {
                if (indices) {
                  out.u32(index);
                } else {
                  out.opcode(Opcode.REF_FUNC).u32(index).opcode(Opcode.END);
                }
              });
    }
  }
}
