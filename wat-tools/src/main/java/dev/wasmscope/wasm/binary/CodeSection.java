package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Function;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;

/** The code section (§5.5.13). Bodies stay bytes; {@link CodeCheck} looks inside. */
final class CodeSection implements SectionCodec {

  @Override
  public SectionId id() {
    return SectionId.CODE;
  }

  @Override
  public void read(SectionInput in) {
    int count = in.bytes().length();
    for (int i = 0; i < count; i++) {
      ByteSlice body = body(in.bytes());
      in.spans().add(Definition.Kind.FUNCTION, body.offset(), body.end());
      if (in.checksCode()) {
        CodeCheck.body(body, in.dataCount().isPresent());
      }
      // A body too many is found when the sections are compared.
      int type = i < in.functionTypes().size() ? in.functionTypes().get(i) : 0;
      in.module().functions.add(new Function(type, body));
    }
  }

  /** A body that is too short is told by its code, which goes on behind it. */
  private static ByteSlice body(ByteReader in) {
    int size = in.length();
    int start = in.position();
    if (size > in.remaining()) {
      CodeCheck.body(in.rest(), true);
      throw in.unexpectedEnd();
    }
    in.seek(start + size);
    return in.since(start);
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.functions().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.functions().size());
    module.functions().forEach(function -> out.byteVector(function.body()));
  }
}
