package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.source.DiagnosticCode;

/** The data section (§5.5.14). */
final class DataSection implements SectionCodec {

  private static final int ACTIVE = 0;
  private static final int PASSIVE = 1;
  private static final int ACTIVE_EXPLICIT = 2;

  @Override
  public SectionId id() {
    return SectionId.DATA;
  }

  @Override
  public void read(SectionInput in) {
    in.definitions(
        Definition.Kind.DATA,
        () -> {
          SegmentMode mode = mode(in);
          in.module().data.add(new DataSegment(in.bytes().byteVector(), mode));
        });
  }

  private static SegmentMode mode(SectionInput in) {
    int start = in.bytes().position();
    int flags = in.bytes().u32();
    return switch (flags) {
      case ACTIVE -> new SegmentMode.Active(0, in.expression());
      case PASSIVE -> new SegmentMode.Passive();
      case ACTIVE_EXPLICIT -> new SegmentMode.Active(in.bytes().u32(), in.expression());
      default ->
          throw in.bytes()
              .error(
                  DiagnosticCode.SEGMENT_KIND,
                  start,
                  "expected 0 to 2, found " + Integer.toUnsignedString(flags));
    };
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.data().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.data().size());
    for (DataSegment segment : module.data()) {
      switch (segment.mode()) {
        case SegmentMode.Active(int memory, ByteSlice offset) -> {
          if (memory == 0) {
            out.u32(ACTIVE).bytes(offset);
          } else {
            out.u32(ACTIVE_EXPLICIT).u32(memory).bytes(offset);
          }
        }
        case SegmentMode.Passive _, SegmentMode.Declarative _ -> out.u32(PASSIVE);
      }
      out.byteVector(segment.bytes());
    }
  }
}
