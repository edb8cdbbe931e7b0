package dev.wasmscope.app.session;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.SegmentMode;
import java.util.OptionalLong;

/** What a memory held when its modules were linked, made again from their segments of data. */
final class InitialMemory {
  private final MemoryInstance memory;
  private final byte[] image;

  private InitialMemory(MemoryInstance memory, int length) {
    this.memory = memory;
    this.image = new byte[length];
  }

  /** The first {@code length} bytes of {@code memory}, one of {@code store}. */
  static byte[] of(Store store, MemoryInstance memory, int length) {
    InitialMemory initial = new InitialMemory(memory, length);
    store.instances().forEach(initial::fill);
    return initial.image;
  }

  private void fill(Instance instance) {
    for (DataSegment segment : instance.module().data()) {
      if (segment.mode() instanceof SegmentMode.Active(int target, ByteSlice offset)
          && instance.memory(target).equals(memory)) {
        offset(instance, offset).ifPresent(at -> put(segment.bytes(), at));
      }
    }
  }

  private void put(ByteSlice bytes, long at) {
    if (at >= 0 && at < image.length) {
      int length = (int) Math.min(bytes.length(), image.length - at);
      System.arraycopy(bytes.array(), bytes.offset(), image, (int) at, length);
    }
  }

  /** The value of an offset; arithmetic, which hardly any module has there, is not done. */
  private static OptionalLong offset(Instance instance, ByteSlice expression) {
    CodeReader code = CodeReader.of(expression);
    OptionalLong value =
        switch (code.next()) {
          case I32_CONST -> OptionalLong.of(code.i32() & 0xffff_ffffL);
          case I64_CONST -> OptionalLong.of(code.i64());
          case GLOBAL_GET -> unsigned(instance.global(code.index()).get());
          default -> OptionalLong.empty();
        };
    boolean isAll = code.next() == Opcode.END;
    return isAll ? value : OptionalLong.empty();
  }

  private static OptionalLong unsigned(Value value) {
    return switch (value) {
      case Value.I32(int number) -> OptionalLong.of(number & 0xffff_ffffL);
      case Value.I64(long number) -> OptionalLong.of(number);
      default -> OptionalLong.empty();
    };
  }
}
