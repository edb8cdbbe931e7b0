package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;

/** Reads and writes the contents of one section (§5.5). */
interface SectionCodec {

  SectionId id();

  /** Reads the contents from where the cursor stands. */
  void read(SectionInput in);

  /** Whether {@code module} needs the section. */
  boolean isNeeded(Module module);

  /** Writes the contents, without the section's id and size. */
  void write(Module module, ByteWriter out);
}
