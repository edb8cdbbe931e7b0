package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;

/** The data count section (§5.5.16). */
final class DataCountSection implements SectionCodec {

  @Override
  public SectionId id() {
    return SectionId.DATA_COUNT;
  }

  @Override
  public void read(SectionInput in) {
    in.dataCount(in.bytes().u32());
  }

  @Override
  public boolean isNeeded(Module module) {
    return module.hasDataCount();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.data().size());
  }
}
