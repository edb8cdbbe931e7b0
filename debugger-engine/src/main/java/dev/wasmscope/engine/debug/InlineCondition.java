package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.StagedTest;
import dev.wasmscope.engine.probe.Inline;
import dev.wasmscope.engine.runtime.WasmFunction;
import java.util.List;

/** A condition as compiled code tests it: without a frame, on the values that it reads. */
final class InlineCondition {

  private InlineCondition() {}

  /** The test of a condition in a function; nothing if it needs a frame. */
  static Inline of(Expression condition, WasmFunction function) {
    return condition
        .staged(new InstanceContext(function.instance()), function)
        .map(InlineCondition::when)
        .orElse(Inline.NOTHING);
  }

  private static Inline when(StagedTest test) {
    List<Inline.Input> inputs =
        test.locals().stream().<Inline.Input>map(Inline.Input.Local::new).toList();
    return new Inline.When(inputs, test.method());
  }
}
