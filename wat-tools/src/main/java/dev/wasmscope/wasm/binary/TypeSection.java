package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.CompositeType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.SubType;
import java.util.ArrayList;
import java.util.List;

/** The type section (§5.5.4): recursion groups of types (§5.3.5 to §5.3.7). */
final class TypeSection implements SectionCodec {

  private static final int REC = 0x4E;
  private static final int SUB = 0x50;
  private static final int SUB_FINAL = 0x4F;
  private static final int FUNC = 0x60;
  private static final int STRUCT = 0x5F;
  private static final int ARRAY = 0x5E;

  @Override
  public SectionId id() {
    return SectionId.TYPE;
  }

  @Override
  public void read(SectionInput in) {
    ByteReader bytes = in.bytes();
    int count = bytes.length();
    for (int i = 0; i < count; i++) {
      in.module().types.add(group(in));
    }
  }

  private static RecGroup group(SectionInput in) {
    List<SubType> types = new ArrayList<>();
    if (in.bytes().peek() == REC) {
      in.bytes().u8();
      in.definitions(Definition.Kind.TYPE, () -> types.add(subType(in.bytes())));
    } else {
      int start = in.bytes().position();
      types.add(subType(in.bytes()));
      in.spans().add(Definition.Kind.TYPE, start, in.bytes().position());
    }
    return new RecGroup(types);
  }

  private static SubType subType(ByteReader in) {
    int code = in.peek();
    if (code != SUB && code != SUB_FINAL) {
      return SubType.of(composite(in));
    }
    in.u8();
    return new SubType(code == SUB_FINAL, indices(in), composite(in));
  }

  private static List<Integer> indices(ByteReader in) {
    int count = in.length();
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      indices.add(in.u32());
    }
    return indices;
  }

  private static CompositeType composite(ByteReader in) {
    int start = in.position();
    int code = in.u8();
    return switch (code) {
      case FUNC -> new FuncType(TypeReader.valTypes(in), TypeReader.valTypes(in));
      case STRUCT -> new StructType(fields(in));
      case ARRAY -> new ArrayType(field(in));
      default -> throw TypeReader.malformed(in, DiagnosticCode.DEFINITION_TYPE, start, code);
    };
  }

  private static List<FieldType> fields(ByteReader in) {
    int count = in.length();
    List<FieldType> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fields.add(field(in));
    }
    return fields;
  }

  private static FieldType field(ByteReader in) {
    return new FieldType(TypeReader.storageType(in), TypeReader.mutability(in));
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.types().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.types().size());
    for (RecGroup group : module.types()) {
      if (group.types().size() != 1) {
        out.u8(REC).u32(group.types().size());
      }
      group.types().forEach(type -> write(out, type));
    }
  }

  private static void write(ByteWriter out, SubType type) {
    if (!type.isFinal() || !type.supers().isEmpty()) {
      out.u8(type.isFinal() ? SUB_FINAL : SUB).u32(type.supers().size());
      type.supers().forEach(out::u32);
    }
    switch (type.composite()) {
      case FuncType func -> {
        out.u8(FUNC);
        TypeWriter.valTypes(out, func.params());
        TypeWriter.valTypes(out, func.results());
      }
      case StructType struct -> {
        out.u8(STRUCT).u32(struct.fields().size());
        struct.fields().forEach(field -> write(out, field));
      }
      case ArrayType array -> {
        out.u8(ARRAY);
        write(out, array.element());
      }
    }
  }

  private static void write(ByteWriter out, FieldType field) {
    TypeWriter.storageType(out, field.storage());
    out.u8(field.mutable() ? 1 : 0);
  }
}
