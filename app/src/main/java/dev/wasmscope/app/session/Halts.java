package dev.wasmscope.app.session;

import dev.wasmscope.app.analysis.FunctionNames;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.debug.FrameSnapshot;
import dev.wasmscope.engine.debug.Snapshot;
import dev.wasmscope.engine.debug.StopReason;
import java.util.ArrayList;
import java.util.List;

/** Makes the window's view of a halt out of the debugger's. */
final class Halts {
  private Halts() {}

  static Halt of(Snapshot snapshot) {
    boolean editable = !snapshot.reason().isFinal();
    return new Halt(
        kind(snapshot.reason()),
        snapshot.reason().sentence(),
        remedy(snapshot.reason()),
        snapshot.frames().stream().map(f -> frame(f, editable)).toList(),
        snapshot.globals().stream().map(g -> global(g, editable)).toList(),
        snapshot.threads(),
        snapshot.thread());
  }

  private static String remedy(StopReason reason) {
    return switch (reason) {
      case StopReason.Trapped(String message) ->
          (TrapText.explain(message) + " " + Text.of("trap.frozen")).strip();
      case StopReason.Uncaught _ -> Text.of("trap.frozen");
      case StopReason.CoreDumped _ -> Text.of("halt.coreDump");
      default -> "";
    };
  }

  private static Halt.Kind kind(StopReason reason) {
    return switch (reason) {
      case StopReason.Entry _ -> Halt.Kind.ENTRY;
      case StopReason.Step _ -> Halt.Kind.STEP;
      case StopReason.Arrived _ -> Halt.Kind.STEP;
      case StopReason.Paused _ -> Halt.Kind.PAUSE;
      case StopReason.Breakpoint _ -> Halt.Kind.BREAKPOINT;
      case StopReason.Trapped _ -> Halt.Kind.TRAP;
      case StopReason.Uncaught _ -> Halt.Kind.TRAP;
      case StopReason.CoreDumped _ -> Halt.Kind.TRAP;
    };
  }

  private static Frame frame(FrameSnapshot frame, boolean editable) {
    List<Variable> locals = new ArrayList<>();
    for (dev.wasmscope.engine.debug.Variable local : frame.locals()) {
      locals.add(new Variable(name(local), local, editable));
    }
    List<Variable> operands = new ArrayList<>();
    for (dev.wasmscope.engine.debug.Variable operand : frame.operands().reversed()) {
      String name = operands.isEmpty() ? Text.of("halt.top") : "s[" + operands.size() + "]";
      operands.add(new Variable(name, operand, editable));
    }
    return new Frame(function(frame), frame.place(), locals, operands);
  }

  private static String function(FrameSnapshot frame) {
    return FunctionNames.readable(frame.function());
  }

  private static Variable global(dev.wasmscope.engine.debug.Variable global, boolean editable) {
    return new Variable(name(global), global, editable && global.mutable());
  }

  private static String name(dev.wasmscope.engine.debug.Variable variable) {
    return variable.name().isEmpty() ? "#" + variable.index() : "$" + variable.name();
  }

  /** A member of an object: a field by its name or index, an element or payload by its index. */
  static Variable member(dev.wasmscope.engine.debug.Variable member, boolean editable) {
    String name = member.name().isEmpty() ? "[" + member.index() + "]" : member.name();
    return new Variable(name, member, editable && member.mutable());
  }
}
