package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;

/** The memory section (§5.5.8). */
final class MemorySection implements SectionCodec {

  @Override
  public SectionId id() {
    return SectionId.MEMORY;
  }

  @Override
  public void read(SectionInput in) {
    in.definitions(Definition.Kind.MEMORY, () -> in.module().memories.add(LimitsCodec.memory(in)));
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.memories().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.memories().size());
    module.memories().forEach(type -> LimitsCodec.write(out, type));
  }
}
