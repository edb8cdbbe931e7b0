package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.breakpoint.Access;
import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.probe.Attachment;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.Inline;
import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.Names;
import java.util.EnumSet;
import java.util.Set;

/** Stops before memory or a global is read or written. */
final class DataWatch {

  private final Instance instance;
  private final Probes probes;

  DataWatch(Instance instance, Probes probes) {
    this.instance = instance;
    this.probes = probes;
  }

  void memory(ActiveBreakpoint breakpoint, Target.OnMemory target) {
    int index = index(target.memory(), Names.Space.MEMORY, instance.memoryCount(), "memory");
    MemoryInstance memory = instance.memory(index);
    if (!breakpoint.watches(memory)) {
      return;
    }
    Attachment attachment =
        probes.attachEverywhere(
            ProbePoint.MEMORY_ACCESSES, new MemoryWatch(breakpoint, memory, target));
    breakpoint.armed(attachment::detach);
  }

  void global(ActiveBreakpoint breakpoint, Target.OnGlobal target) {
    int index = index(target.global(), Names.Space.GLOBAL, instance.globals().size(), "global");
    GlobalInstance global = instance.global(index);
    if (!breakpoint.watches(global)) {
      return;
    }
    Attachment attachment =
        probes.attachEverywhere(
            new ProbePoint.Instructions(instructions(target.access())),
            new GlobalWatch(breakpoint, global));
    breakpoint.armed(attachment::detach);
  }

  private static Set<Opcode> instructions(Access access) {
    Set<Opcode> opcodes = EnumSet.noneOf(Opcode.class);
    if (access.reads()) {
      opcodes.add(Opcode.GLOBAL_GET);
    }
    if (access.writes()) {
      opcodes.add(Opcode.GLOBAL_SET);
    }
    return opcodes;
  }

  private record MemoryWatch(
      ActiveBreakpoint breakpoint, MemoryInstance memory, Target.OnMemory target) implements Probe {

    @Override
    public void fire(FrameView frame) {
      boolean touched =
          MemoryTouch.of(frame).stream()
              .anyMatch(
                  touch ->
                      touch.concerns(memory, target.address(), target.length(), target.access()));
      if (touched) {
        breakpoint.fire(frame);
      }
    }

    @Override
    public Inline inline(WasmFunction function, int offset) {
      return InlineWatch.of(function, offset, memory, target);
    }
  }

  private record GlobalWatch(ActiveBreakpoint breakpoint, GlobalInstance global) implements Probe {

    @Override
    public void fire(FrameView frame) {
      if (accessed(frame.function(), frame.place().offset()) == global) {
        breakpoint.fire(frame);
      }
    }

    @Override
    public Inline inline(WasmFunction function, int offset) {
      return InlineWatch.of(accessed(function, offset) == global);
    }

    private static GlobalInstance accessed(WasmFunction function, int offset) {
      CodeReader code = CodeReader.at(function.definition().body(), offset);
      code.next();
      return function.instance().global(code.index());
    }
  }

  private int index(IndexOrName reference, Names.Space space, int count, String kind) {
    int index =
        switch (reference) {
          case IndexOrName.Index(int number) -> number;
          case IndexOrName.Name name ->
              instance.module().names().indexOf(space, name.plain()).orElse(count);
        };
    if (index >= count) {
      throw new CannotSet("there is no %s %s; the module has %d".formatted(kind, reference, count));
    }
    return index;
  }
}
