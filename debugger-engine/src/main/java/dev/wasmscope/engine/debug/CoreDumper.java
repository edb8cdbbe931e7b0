package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.coredump.CoreDump;
import dev.wasmscope.wasm.coredump.CoreDump.CoreFrame;
import dev.wasmscope.wasm.coredump.CoreDump.CoreInstance;
import dev.wasmscope.wasm.coredump.CoreDump.CoreThread;
import dev.wasmscope.wasm.coredump.CoreValue;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.Global;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a core dump of a thread that stands still: its frames, and the memories and globals of
 * their instances. Vectors among locals and operands, and all references, are left out: the format
 * cannot hold them.
 */
public final class CoreDumper {

  private static final int CHUNK = 1 << 16;

  /** A core dump of more than this would not fit into one file in the binary format. */
  private static final long MOST_BYTES = 1L << 30;

  private final ModuleBuilder image = new ModuleBuilder();
  private final List<Instance> instances = new ArrayList<>();
  private final List<MemoryInstance> memories = new ArrayList<>();
  private final List<GlobalInstance> globals = new ArrayList<>();
  private long written;

  private CoreDumper() {}

  /**
   * A core dump of {@code thread}; call it on the thread, or while it is stopped.
   *
   * @param executable what is being run
   */
  public static CoreDump of(String executable, WasmThread thread) {
    return new CoreDumper().dump(executable, thread);
  }

  private CoreDump dump(String executable, WasmThread thread) {
    List<CoreFrame> frames = thread.frames().stream().map(this::frame).toList();
    List<String> modules = new ArrayList<>();
    List<CoreInstance> described = new ArrayList<>();
    for (Instance instance : instances) {
      described.add(
          new CoreInstance(
              modules.size(),
              instance.memories().stream().map(this::memory).toList(),
              instance.globals().stream().map(this::global).toList()));
      modules.add(instance.name().isEmpty() ? executable : instance.name());
    }
    return new CoreDump(
        executable,
        modules,
        described,
        List.of(new CoreThread(thread.name(), frames)),
        image.build());
  }

  private CoreFrame frame(FrameView frame) {
    List<CoreValue> locals = new ArrayList<>();
    for (int i = 0; i < frame.localCount(); i++) {
      locals.add(value(frame.local(i)));
    }
    return new CoreFrame(
        index(instances, frame.instance()),
        frame.place().function(),
        frame.place().offset(),
        locals,
        frame.operands().stream().map(CoreDumper::value).toList());
  }

  private static CoreValue value(Value value) {
    return value.type() instanceof NumType type
        ? new CoreValue.Number(type, value.slotBits())
        : CoreValue.MISSING;
  }

  private static <T> int index(List<T> known, T wanted) {
    if (!known.contains(wanted)) {
      known.add(wanted);
    }
    return known.indexOf(wanted);
  }

  private int memory(MemoryInstance memory) {
    int before = memories.size();
    int index = index(memories, memory);
    if (index == before) {
      MemoryType type = memory.type();
      Limits limits = new Limits(memory.pages(), type.limits().max());
      image.memories.add(
          new MemoryType(type.address(), limits, type.shared(), type.pageSizeLog2()));
      data(index, memory);
    }
    return index;
  }

  /** Runs of bytes that are not zero, in chunks. */
  private void data(int index, MemoryInstance memory) {
    for (long address = 0; address < memory.byteSize() && written < MOST_BYTES; address += CHUNK) {
      byte[] bytes = memory.read(address, (int) Math.min(CHUNK, memory.byteSize() - address));
      int first = 0;
      int end = bytes.length;
      while (first < end && bytes[first] == 0) {
        first++;
      }
      while (end > first && bytes[end - 1] == 0) {
        end--;
      }
      if (first < end) {
        ByteSlice offset = address(memory.type().address(), address + first);
        ByteSlice contents = new ByteSlice(bytes, first, end - first);
        image.data.add(new DataSegment(contents, new SegmentMode.Active(index, offset)));
        written += contents.length();
      }
    }
  }

  private static ByteSlice address(AddressType type, long address) {
    long signExtended = address << Integer.SIZE >> Integer.SIZE;
    return type == AddressType.I64
        ? constant(NumType.I64, address)
        : constant(NumType.I32, signExtended);
  }

  private int global(GlobalInstance global) {
    int before = globals.size();
    int index = index(globals, global);
    if (index == before) {
      Value value = global.get();
      if (value.type() instanceof NumType type) {
        image.globals.add(new Global(constant(type), constant(type, value.slotBits())));
      } else {
        ByteWriter none = new ByteWriter().opcode(Opcode.REF_NULL);
        none.u8(AbsHeapType.EXTERN.code() & 0x7f);
        image.globals.add(new Global(constant(RefType.EXTERNREF), end(none)));
      }
    }
    return index;
  }

  private static GlobalType constant(ValType type) {
    return new GlobalType(type, false);
  }

  private static ByteSlice constant(NumType type, long bits) {
    ByteWriter out = new ByteWriter();
    switch (type) {
      case I32 -> out.opcode(Opcode.I32_CONST).signed(bits);
      case I64 -> out.opcode(Opcode.I64_CONST).signed(bits);
      case F32 -> out.opcode(Opcode.F32_CONST).i32((int) bits);
      case F64 -> out.opcode(Opcode.F64_CONST).i64(bits);
    }
    return end(out);
  }

  private static ByteSlice end(ByteWriter expression) {
    return expression.opcode(Opcode.END).toSlice();
  }
}
