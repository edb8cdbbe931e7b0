package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.TagType;

/** The tag section (§5.5.17) and tag types (§5.3.13). */
final class TagSection implements SectionCodec {

  @Override
  public SectionId id() {
    return SectionId.TAG;
  }

  static TagType type(ByteReader in) {
    int start = in.position();
    if (in.u8() != 0) {
      throw in.error(DiagnosticCode.ZERO_BYTE, start, "the attribute of a tag");
    }
    return new TagType(in.u32());
  }

  static void write(ByteWriter out, TagType type) {
    out.u8(0).u32(type.typeIndex());
  }

  @Override
  public void read(SectionInput in) {
    in.definitions(Definition.Kind.TAG, () -> in.module().tags.add(type(in.bytes())));
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.tags().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.tags().size());
    module.tags().forEach(type -> write(out, type));
  }
}
