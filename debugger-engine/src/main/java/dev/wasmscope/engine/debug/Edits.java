package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.TypeTest;
import dev.wasmscope.engine.runtime.Value;
import java.util.List;

/**
 * Changes to a stopped program. What does not exist or does not fit is refused with an {@link
 * IllegalArgumentException} that says why.
 */
record Edits(WasmThread thread) {

  /** The frame at {@code level}, 0 being the innermost. */
  FrameView frame(int level) {
    List<FrameView> frames = thread.frames();
    if (level < 0 || level >= frames.size()) {
      throw new IllegalArgumentException("there is no frame " + level);
    }
    return frames.get(level);
  }

  void local(int level, int local, Value value) {
    FrameView frame = frame(level);
    check("local", local, frame.localCount());
    frame.editor().setLocal(local, value);
  }

  void operand(int level, int operand, Value value) {
    FrameView frame = frame(level);
    check("operand", operand, frame.operandCount());
    frame.editor().setOperand(operand, value);
  }

  void global(int index, Value value) {
    List<GlobalInstance> globals = frame(0).instance().globals();
    check("global", index, globals.size());
    GlobalInstance global = globals.get(index);
    if (!global.type().mutable()) {
      throw new IllegalArgumentException("the global is immutable");
    }
    if (!TypeTest.fits(thread.store(), value, global.type().type())) {
      throw new IllegalArgumentException(
          "expected " + global.type().type() + ", found " + value.type());
    }
    global.set(value);
  }

  void member(Value owner, int index, Value value) {
    new Members(frame(0).instance()).set(owner, index, value);
  }

  private static void check(String kind, int index, int count) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "there is no %s %d; there are %d".formatted(kind, index, count));
    }
  }

  static void memory(MemoryInstance memory, long address, byte[] bytes) {
    if (!memory.write(address, bytes)) {
      throw new IllegalArgumentException(
          "%d bytes at 0x%x do not lie within the memory of %d bytes"
              .formatted(bytes.length, address, memory.byteSize()));
    }
  }
}
