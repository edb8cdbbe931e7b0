package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.expression.EvaluationContext;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.module.Names;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;

/** What an expression can see of an instance, without any frame. */
class InstanceContext implements EvaluationContext {

  private final Instance instance;
  private final Names names;

  InstanceContext(Instance instance) {
    this.instance = instance;
    this.names = instance.module().names();
  }

  /** The instance itself. */
  Instance instance() {
    return instance;
  }

  @Override
  public Optional<ExpressionValue> local(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<ExpressionValue> local(int index) {
    return Optional.empty();
  }

  @Override
  public Optional<ExpressionValue> operand(int depth) {
    return Optional.empty();
  }

  @Override
  public Optional<ExpressionValue> global(String name) {
    return path(name, this::globalCalled).map(this::value);
  }

  private Optional<Value> globalCalled(String name) {
    OptionalInt index = names.indexOf(Names.Space.GLOBAL, name);
    return index.isPresent()
        ? Optional.of(instance.global(index.getAsInt()).get())
        : Optional.empty();
  }

  @Override
  public Optional<ExpressionValue> global(int index) {
    return index >= 0 && index < instance.globals().size()
        ? Optional.of(value(instance.global(index).get()))
        : Optional.empty();
  }

  /** What {@code name} is called, or else the member behind its last dot of what is before it. */
  Optional<Value> path(String name, Function<String, Optional<Value>> root) {
    Optional<Value> whole = root.apply(name);
    int dot = name.lastIndexOf('.');
    if (whole.isPresent() || dot <= 0) {
      return whole;
    }
    return path(name.substring(0, dot), root)
        .flatMap(owner -> new Members(instance).find(owner, name.substring(dot + 1)))
        .map(Variable::value);
  }

  @Override
  public Optional<ExpressionValue> variable(String name) {
    return Optional.empty();
  }

  @Override
  public OptionalInt memory(String name) {
    return names.indexOf(Names.Space.MEMORY, name);
  }

  @Override
  public Optional<byte[]> read(int memory, long address, int length) {
    if (memory < 0 || memory >= instance.memoryCount()) {
      return Optional.empty();
    }
    byte[] bytes = instance.memory(memory).read(address, length);
    return bytes.length == length ? Optional.of(bytes) : Optional.empty();
  }

  @Override
  public OptionalInt table(String name) {
    return names.indexOf(Names.Space.TABLE, name);
  }

  @Override
  public Optional<ExpressionValue> element(int table, long index) {
    if (table < 0 || table >= instance.tables().size()) {
      return Optional.empty();
    }
    TableInstance elements = instance.table(table);
    if (Long.compareUnsigned(index, elements.size()) >= 0) {
      return Optional.empty();
    }
    return Optional.of(value(new Value.Ref(elements.get(index), elements.type().element())));
  }

  @Override
  public Collection<String> names() {
    Collection<String> all = new TreeSet<>();
    for (int i = 0; i < instance.globals().size(); i++) {
      names.of(Names.Space.GLOBAL, i).ifPresent(name -> all.add("$" + name));
    }
    return all;
  }

  /** A value of the instance; references are described in its module's words. */
  ExpressionValue value(Value value) {
    return value instanceof Value.Ref ref
        ? new ExpressionValue.Reference(ref.target(), new Describer(instance).describe(ref))
        : ExpressionValue.of(value);
  }
}
