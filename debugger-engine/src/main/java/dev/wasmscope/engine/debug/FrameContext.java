package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.module.Names;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What an expression can see of a frame and its instance. */
final class FrameContext extends InstanceContext {

  private final FrameView frame;
  private final Names names;

  FrameContext(FrameView frame) {
    super(frame.instance());
    this.frame = frame;
    this.names = frame.instance().module().names();
  }

  @Override
  public Optional<ExpressionValue> local(String name) {
    return path(name, this::localCalled).map(this::value);
  }

  private Optional<Value> localCalled(String name) {
    for (int i = 0; i < frame.localCount(); i++) {
      if (names.local(frame.function().index(), i).filter(name::equals).isPresent()) {
        return Optional.of(frame.local(i));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<ExpressionValue> local(int index) {
    return index >= 0 && index < frame.localCount()
        ? Optional.of(value(frame.local(index)))
        : Optional.empty();
  }

  @Override
  public Optional<ExpressionValue> operand(int depth) {
    List<Value> operands = frame.operands();
    return depth >= 0 && depth < operands.size()
        ? Optional.of(value(operands.get(operands.size() - 1 - depth)))
        : Optional.empty();
  }

  @Override
  public Collection<String> names() {
    Collection<String> all = super.names();
    for (int i = 0; i < frame.localCount(); i++) {
      names.local(frame.function().index(), i).ifPresent(name -> all.add("$" + name));
    }
    return all;
  }
}
