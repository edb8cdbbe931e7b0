package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.source.DiagnosticCode;

/** The string literals (reference-typed strings proposal): a reserved byte, then a vector. */
final class StringSection implements SectionCodec {

  @Override
  public SectionId id() {
    return SectionId.STRING;
  }

  @Override
  public void read(SectionInput in) {
    ByteReader bytes = in.bytes();
    int start = bytes.position();
    if (bytes.u8() != 0) {
      throw bytes.error(DiagnosticCode.ZERO_BYTE, start, "deferred string literals");
    }
    int count = bytes.length();
    for (int i = 0; i < count; i++) {
      in.module().strings.add(bytes.byteVector());
    }
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.strings().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u8(0).u32(module.strings().size());
    for (ByteSlice literal : module.strings()) {
      out.byteVector(literal);
    }
  }
}
