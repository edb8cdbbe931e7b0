package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.TypeRenaming;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies what can be seen of a stopped thread. */
final class SnapshotTaker {

  private int number;

  /** A snapshot of a new stop. */
  Snapshot stopped(WasmThread thread, StopReason reason) {
    number++;
    return take(thread, reason);
  }

  /** A snapshot of the same stop, after something was changed. */
  Snapshot take(WasmThread thread, StopReason reason) {
    List<FrameSnapshot> frames = new ArrayList<>();
    for (FrameView view : thread.frames()) {
      frames.add(frame(frames.size(), view));
    }
    List<GlobalVariable> globals =
        thread.top().map(top -> globals(top.instance())).orElse(List.of());
    return new Snapshot(number, reason, frames, globals);
  }

  private static FrameSnapshot frame(int level, FrameView view) {
    Instance instance = view.instance();
    return new FrameSnapshot(
        level,
        view.function().name(),
        instance.name(),
        Optional.of(view.place()),
        view.function().type().params().size(),
        locals(view),
        operands(view));
  }

  private static List<Variable> locals(FrameView view) {
    Names names = view.instance().module().names();
    TypeRenaming types = new ModuleTypes(view.instance());
    List<Variable> locals = new ArrayList<>();
    for (int i = 0; i < view.localCount(); i++) {
      String name = names.local(view.function().index(), i).orElse("");
      locals.add(new Variable(i, name, types.rename(view.localType(i)), view.local(i)));
    }
    return locals;
  }

  private static List<Variable> operands(FrameView view) {
    TypeRenaming types = new ModuleTypes(view.instance());
    List<Variable> operands = new ArrayList<>();
    for (Value value : view.operands()) {
      operands.add(new Variable(operands.size(), "", types.rename(value.type()), value));
    }
    return operands;
  }

  private static List<GlobalVariable> globals(Instance instance) {
    TypeRenaming types = new ModuleTypes(instance);
    List<GlobalVariable> globals = new ArrayList<>();
    Names names = instance.module().names();
    for (GlobalInstance global : instance.globals()) {
      int index = globals.size();
      String name = names.of(Names.Space.GLOBAL, index).orElse("");
      ValType type = types.rename(global.type().type());
      Variable variable = new Variable(index, name, type, global.get());
      globals.add(new GlobalVariable(variable, global.type().mutable()));
    }
    return globals;
  }
}
