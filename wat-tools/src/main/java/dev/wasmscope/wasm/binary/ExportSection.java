package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.source.DiagnosticCode;

/** The export section (§5.5.10). */
final class ExportSection implements SectionCodec {

  private static final ExternKind[] KINDS = ExternKind.values();

  @Override
  public SectionId id() {
    return SectionId.EXPORT;
  }

  @Override
  public void read(SectionInput in) {
    ByteReader bytes = in.bytes();
    in.definitions(
        Definition.Kind.EXPORT,
        () -> in.module().exports.add(new Export(bytes.name(), kind(bytes), bytes.u32())));
  }

  private static ExternKind kind(ByteReader in) {
    int start = in.position();
    int kind = in.u8();
    if (kind >= KINDS.length) {
      throw in.error(DiagnosticCode.EXPORT_KIND, start, "expected 0 to 4, found " + kind);
    }
    return KINDS[kind];
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.exports().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.exports().size());
    for (Export export : module.exports()) {
      out.name(export.name()).u8(export.kind().code()).u32(export.index());
    }
  }
}
