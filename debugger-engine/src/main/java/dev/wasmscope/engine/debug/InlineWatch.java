package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.probe.Inline;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** What compiled code tests where an instruction may touch a memory that is watched. */
final class InlineWatch {

  private static final Inline NEVER =
      new Inline.When(List.of(), MethodHandles.constant(boolean.class, false));
  private static final long LOW_32 = 0xFFFF_FFFFL;

  private InlineWatch() {}

  /** Whether it never happens, or always may. */
  static Inline of(boolean possible) {
    return possible ? Inline.ALWAYS : NEVER;
  }

  /** The test of an access; bulk instructions always leave. */
  static Inline of(
      WasmFunction function, int offset, MemoryInstance watched, Target.OnMemory target) {
    CodeReader code = CodeReader.at(function.definition().body(), offset);
    Opcode opcode = code.next();
    if (!(opcode.signature() instanceof Signature.MemoryAccess access)) {
      return Inline.ALWAYS;
    }
    MemoryInstance memory = function.instance().memory(code.memory());
    if (memory != watched || !MemoryTouch.access(opcode, access).meets(target.access())) {
      return NEVER;
    }
    Class<?> address = memory.is64() ? long.class : int.class;
    MethodHandle test =
        MethodHandles.insertArguments(
            touches(address),
            0,
            target.address(),
            target.length(),
            code.memoryOffset(),
            (long) access.width());
    return new Inline.When(List.of(new Inline.Input.Operand(access.params().size())), test);
  }

  private static MethodHandle touches(Class<?> address) {
    try {
      return MethodHandles.lookup()
          .findStatic(
              InlineWatch.class,
              "touches",
              MethodType.methodType(
                  boolean.class, long.class, long.class, long.class, long.class, address));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("touches", e);
    }
  }

  static boolean touches(long start, long size, long offset, long width, int address) {
    return MemoryTouch.overlap((address & LOW_32) + offset, width, start, size);
  }

  static boolean touches(long start, long size, long offset, long width, long address) {
    return MemoryTouch.overlap(address + offset, width, start, size);
  }
}
