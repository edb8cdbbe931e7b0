package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.module.Table;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.TableType;
import java.util.Optional;

/** The table section (§5.5.7). */
final class TableSection implements SectionCodec {

  private static final int WITH_INIT = 0x40;

  @Override
  public SectionId id() {
    return SectionId.TABLE;
  }

  @Override
  public void read(SectionInput in) {
    in.definitions(Definition.Kind.TABLE, () -> in.module().tables.add(table(in)));
  }

  private static Table table(SectionInput in) {
    if (in.bytes().peek() != WITH_INIT) {
      return new Table(LimitsCodec.table(in), Optional.empty());
    }
    in.bytes().u8();
    int start = in.bytes().position();
    if (in.bytes().u8() != 0) {
      throw in.bytes().error(DiagnosticCode.ZERO_BYTE, start, "");
    }
    TableType type = LimitsCodec.table(in);
    return new Table(type, Optional.of(in.expression()));
  }

  @Override
  public boolean isNeeded(Module module) {
    return !module.tables().isEmpty();
  }

  @Override
  public void write(Module module, ByteWriter out) {
    out.u32(module.tables().size());
    for (Table table : module.tables()) {
      if (table.init().isPresent()) {
        out.u8(WITH_INIT).u8(0);
      }
      LimitsCodec.write(out, table.type());
      table.init().ifPresent(out::bytes);
    }
  }
}
