package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.probe.Blocked;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.TypeRenaming;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies what can be seen of stopped threads. */
final class SnapshotTaker {

  /** Deep recursion is stopped in as quickly as any other place. */
  private static final int FRAMES_WITH_PREVIEWS = 50;

  private static final int PREVIEW_DEPTH = 2;

  private final AllStop threads;
  private WasmThread stopped;
  private int number;

  SnapshotTaker(AllStop threads) {
    this.threads = threads;
  }

  /** A snapshot of a new stop of {@code thread}. */
  Snapshot stopped(WasmThread thread, StopReason reason) {
    number++;
    stopped = thread;
    return take(thread, reason);
  }

  /**
   * The thread with this number.
   *
   * @throws IllegalArgumentException if there is none, or nothing to be seen of it
   */
  WasmThread thread(int id) {
    WasmThread wanted =
        threads.threads().stream()
            .filter(thread -> thread.id() == id)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no thread " + id));
    if (wanted.top().isEmpty()) {
      throw new IllegalArgumentException(wanted.name() + " executes nothing at the moment");
    }
    return wanted;
  }

  /** A snapshot of the same stop with the frames of {@code thread}. */
  Snapshot take(WasmThread thread, StopReason reason) {
    List<FrameSnapshot> frames = new ArrayList<>();
    for (FrameView view : thread.frames()) {
      frames.add(frame(frames.size(), view));
    }
    List<Variable> globals = thread.top().map(top -> globals(top.instance())).orElse(List.of());
    return new Snapshot(number, reason, frames, globals, threads(reason), thread.id());
  }

  private List<ThreadSnapshot> threads(StopReason reason) {
    List<ThreadSnapshot> all = new ArrayList<>();
    for (WasmThread thread : threads.threads()) {
      Optional<FrameView> top = thread.top();
      all.add(
          new ThreadSnapshot(
              thread.id(),
              thread.name(),
              status(thread, reason),
              thread.blocked().isPresent(),
              top.map(frame -> frame.function().name()).orElse(""),
              top.map(FrameView::place)));
    }
    return all;
  }

  private String status(WasmThread thread, StopReason reason) {
    if (thread.equals(stopped)) {
      return reason.sentence();
    }
    Optional<StopReason> own = threads.waiting(thread);
    return own.map(StopReason::sentence)
        .or(() -> thread.blocked().map(blocked -> status(thread, blocked)))
        .orElse(thread.top().isPresent() ? "Held" : "Not begun");
  }

  private static String status(WasmThread thread, Blocked blocked) {
    return switch (blocked) {
      case Blocked.InHost(HostFunction function) -> "In the host: " + function.name();
      case Blocked.Waiting(MemoryInstance memory, long address) -> {
        int index = thread.top().map(top -> top.instance().memories().indexOf(memory)).orElse(0);
        yield "Waits for a notification at 0x%x%s"
            .formatted(address, index > 0 ? " of memory " + index : "");
      }
    };
  }

  private static FrameSnapshot frame(int level, FrameView view) {
    Instance instance = view.instance();
    Members variables = new Members(instance);
    int depth = level < FRAMES_WITH_PREVIEWS ? PREVIEW_DEPTH : 0;
    return new FrameSnapshot(
        level,
        view.function().name(),
        instance.name(),
        Optional.of(view.place()),
        view.function().type().params().size(),
        locals(view, variables, depth),
        operands(view, variables, depth));
  }

  private static List<Variable> locals(FrameView view, Members variables, int depth) {
    Names names = view.instance().module().names();
    TypeRenaming types = new ModuleTypes(view.instance());
    List<Variable> locals = new ArrayList<>();
    for (int i = 0; i < view.localCount(); i++) {
      String name = names.local(view.function().index(), i).orElse("");
      ValType type = types.rename(view.localType(i));
      locals.add(variables.of(i, name, type, view.local(i), true, depth));
    }
    return locals;
  }

  private static List<Variable> operands(FrameView view, Members variables, int depth) {
    TypeRenaming types = new ModuleTypes(view.instance());
    List<Variable> operands = new ArrayList<>();
    for (Value value : view.operands()) {
      ValType type = types.rename(value.type());
      operands.add(variables.of(operands.size(), "", type, value, true, depth));
    }
    return operands;
  }

  private static List<Variable> globals(Instance instance) {
    TypeRenaming types = new ModuleTypes(instance);
    Members variables = new Members(instance);
    List<Variable> globals = new ArrayList<>();
    Names names = instance.module().names();
    for (GlobalInstance global : instance.globals()) {
      int index = globals.size();
      String name = names.of(Names.Space.GLOBAL, index).orElse("");
      ValType type = types.rename(global.type().type());
      boolean mutable = global.type().mutable();
      globals.add(variables.of(index, name, type, global.get(), mutable, PREVIEW_DEPTH));
    }
    return globals;
  }
}
