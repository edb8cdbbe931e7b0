package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;

/** The function section (§5.5.6): the type of each function of the code section. */
final class FunctionSection implements SectionCodec {

  @Override
  public SectionId id() {
    return SectionId.FUNCTION;
  }

  @Override
  public void read(SectionInput in) {
    int count = in.bytes().length();
    for (int i = 0; i < count; i++) {
      in.functionTypes().add(in.bytes().u32());
    }
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.functions().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.functions().size());
    module.functions().forEach(function -> out.u32(function.typeIndex()));
  }
}
