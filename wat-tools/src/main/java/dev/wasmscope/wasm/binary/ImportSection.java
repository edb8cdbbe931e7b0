package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.ExternFunc;
import dev.wasmscope.wasm.type.ExternType;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TagType;

/** The import section (§5.5.5). */
final class ImportSection implements SectionCodec {

  @Override
  public SectionId id() {
    return SectionId.IMPORT;
  }

  @Override
  public void read(SectionInput in) {
    in.definitions(
        Definition.Kind.IMPORT,
        () -> {
          int start = in.bytes().position();
          Import read = new Import(in.bytes().name(), in.bytes().name(), type(in));
          in.module().imports.add(read);
          in.spans().add(kind(read), start, in.bytes().position());
        });
  }

  private static Definition.Kind kind(Import read) {
    return switch (read.kind()) {
      case FUNC -> Definition.Kind.FUNCTION;
      case TABLE -> Definition.Kind.TABLE;
      case MEMORY -> Definition.Kind.MEMORY;
      case GLOBAL -> Definition.Kind.GLOBAL;
      case TAG -> Definition.Kind.TAG;
    };
  }

  private static ExternType type(SectionInput in) {
    ByteReader bytes = in.bytes();
    int start = bytes.position();
    int kind = bytes.u8();
    return switch (kind) {
      case 0 -> new ExternFunc(bytes.u32());
      case 1 -> LimitsCodec.table(in);
      case 2 -> LimitsCodec.memory(in);
      case 3 -> GlobalSection.type(bytes);
      case 4 -> TagSection.type(bytes);
      default ->
          throw bytes.error(DiagnosticCode.IMPORT_KIND, start, "expected 0 to 4, found " + kind);
    };
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.imports().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.imports().size());
    for (Import imported : module.imports()) {
      out.name(imported.module()).name(imported.name()).u8(imported.kind().code());
      switch (imported.type()) {
        case ExternFunc(int typeIndex) -> out.u32(typeIndex);
        case TableType type -> LimitsCodec.write(out, type);
        case MemoryType type -> LimitsCodec.write(out, type);
        case GlobalType type -> GlobalSection.write(out, type);
        case TagType type -> TagSection.write(out, type);
      }
    }
  }
}
