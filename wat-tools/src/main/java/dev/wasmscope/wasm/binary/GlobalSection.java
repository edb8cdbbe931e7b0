package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Global;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.type.GlobalType;

/** The global section (§5.5.9) and global types (§5.3.11). */
final class GlobalSection implements SectionCodec {

  @Override
  public SectionId id() {
    return SectionId.GLOBAL;
  }

  static GlobalType type(ByteReader in) {
    return new GlobalType(TypeReader.valType(in), TypeReader.mutability(in));
  }

  static void write(ByteWriter out, GlobalType type) {
    TypeWriter.storageType(out, type.type());
    out.u8(type.mutable() ? 1 : 0);
  }

  @Override
  public void read(SectionInput in) {
    in.definitions(
        Definition.Kind.GLOBAL,
        () -> in.module().globals.add(new Global(type(in.bytes()), in.expression())));
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.globals().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.globals().size());
    for (Global global : module.globals()) {
      write(out, global.type());
      out.bytes(global.init());
    }
  }
}
