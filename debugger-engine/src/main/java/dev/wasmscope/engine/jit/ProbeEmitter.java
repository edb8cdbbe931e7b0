package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.probe.Counter;
import dev.wasmscope.engine.probe.Inline;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * Emits what probes do: tests that may leave the code come first, counters last, so that whoever
 * leaves at a point has counted nothing there, and the interpreter fires all of its probes.
 */
final class ProbeEmitter {

  private static final ClassDesc COUNTER = ClassDesc.of(Counter.class.getName());
  private static final ClassDesc HANDLE = ClassDesc.of(MethodHandle.class.getName());

  private final Translation at;
  private final CodeBuilder code;

  ProbeEmitter(Translation at) {
    this.at = at;
    this.code = at.code();
  }

  /** Emits the probes of the instruction just read. */
  void emit() {
    emit(at.probes().at(at.reader().offset()));
  }

  /** Emits the probes of the instruction just read, which are these. */
  void emit(List<Inline> probes) {
    if (test(probes)) {
      emitTests(probes, at.departures().unheardPlace(at.reader().offset()));
    }
    emitCounters(probes);
  }

  /** Whether any of some probes may leave the code; the others count. */
  static boolean test(List<Inline> probes) {
    return probes.stream().anyMatch(probe -> !(probe instanceof Inline.Count));
  }

  /** Emits what may leave the code at {@code place}; no operand may be on Java's operand stack. */
  void emitTests(List<Inline> probes, int place) {
    for (Inline probe : probes) {
      switch (probe) {
        case Inline.Count _ -> {}
        case Inline.When when -> emit(when, place);
        case Inline.Always _, Inline.Nothing _ -> emitAlways(at.departures().at(place));
      }
    }
  }

  /** What follows is reached as far as anybody knows. */
  private void emitAlways(Label leaving) {
    at.thread().ifnonnull(leaving);
  }

  private void emit(Inline.When when, int place) {
    at.departures().mayThrow(place);
    at.constants().load(code, when.test(), MethodHandle.class);
    List<ClassDesc> types = new ArrayList<>();
    for (Inline.Input input : when.inputs()) {
      types.add(load(input));
    }
    code.invokevirtual(HANDLE, "invokeExact", MethodTypeDesc.of(ConstantDescs.CD_boolean, types))
        .ifne(at.departures().at(place));
    at.departures().instructionEnds();
  }

  private ClassDesc load(Inline.Input input) {
    Kind kind =
        switch (input) {
          case Inline.Input.Local(int index) -> {
            at.stack().push(at.local(index));
            at.stack().load(1);
            yield at.localKinds().get(index);
          }
          case Inline.Input.Operand(int fromTop) -> {
            int height = at.stack().height();
            at.stack().loadAt(height - 1 - fromTop);
            yield at.stack().peek(fromTop).kind();
          }
        };
    at.vectors().toRecord(code, kind);
    return kind.isNumber() ? kind.desc : ConstantDescs.CD_Object;
  }

  /** Emits what counts. */
  void emitCounters(List<Inline> probes) {
    for (Inline probe : probes) {
      if (probe instanceof Inline.Count(Counter counter)) {
        at.constants().load(code, counter, Counter.class);
        if (at.sharesMemory()) {
          code.invokevirtual(COUNTER, "add", ConstantDescs.MTD_void);
        } else {
          code.dup().getfield(COUNTER, "count", ConstantDescs.CD_long);
          code.lconst_1().ladd().putfield(COUNTER, "count", ConstantDescs.CD_long);
        }
      }
    }
  }
}
