package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;

/** The start section (§5.5.11). */
final class StartSection implements SectionCodec {

  @Override
  public SectionId id() {
    return SectionId.START;
  }

  @Override
  public void read(SectionInput in) {
    int start = in.bytes().position();
    in.module().start(in.bytes().u32());
    in.spans().add(Definition.Kind.START, start, in.bytes().position());
  }

  @Override
  public boolean isNeeded(Module module) {
    return module.start().isPresent();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.start().orElseThrow());
  }
}
