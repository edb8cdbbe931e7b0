package dev.wasmscope.app.session;

import dev.wasmscope.app.analysis.FunctionNames;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.debug.FrameSnapshot;
import dev.wasmscope.engine.debug.GlobalVariable;
import dev.wasmscope.engine.debug.Snapshot;
import dev.wasmscope.engine.debug.StopReason;
import dev.wasmscope.wasm.type.NumType;
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
        snapshot.globals().stream().map(g -> global(g, editable)).toList());
  }

  private static String remedy(StopReason reason) {
    return switch (reason) {
      case StopReason.Trapped(String message) ->
          (TrapText.explain(message) + " " + Text.of("trap.frozen")).strip();
      case StopReason.Uncaught _ -> Text.of("trap.frozen");
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
    };
  }

  private static Frame frame(FrameSnapshot frame, boolean editable) {
    List<Variable> locals = new ArrayList<>();
    for (dev.wasmscope.engine.debug.Variable local : frame.locals()) {
      locals.add(variable(local, name(local), editable));
    }
    List<Variable> operands = new ArrayList<>();
    for (dev.wasmscope.engine.debug.Variable operand : frame.operands().reversed()) {
      String name = operands.isEmpty() ? Text.of("halt.top") : "s[" + operands.size() + "]";
      operands.add(variable(operand, name, editable));
    }
    return new Frame(function(frame), frame.place(), locals, operands);
  }

  private static String function(FrameSnapshot frame) {
    return FunctionNames.readable(frame.function());
  }

  private static Variable global(GlobalVariable global, boolean editable) {
    return variable(global.variable(), name(global.variable()), editable && global.mutable());
  }

  private static String name(dev.wasmscope.engine.debug.Variable variable) {
    return variable.name().isEmpty() ? "#" + variable.index() : "$" + variable.name();
  }

  private static Variable variable(
      dev.wasmscope.engine.debug.Variable variable, String name, boolean editable) {
    return new Variable(
        name,
        variable.type().toString(),
        ValueText.show(variable.value()),
        ValueText.detail(variable.value()),
        editable && variable.type() instanceof NumType);
  }
}
