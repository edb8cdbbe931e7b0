package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.expression.EvaluationContext;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.wasm.module.Names;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an expression can see of a frame of a program that is no more.
 *
 * @param memories by the indices that the frame's module gives them
 * @param values puts values into words
 * @param known the names of the frame's module
 */
record SnapshotContext(
    FrameSnapshot frame,
    List<Variable> globals,
    List<MemoryInstance> memories,
    Names known,
    InstanceContext values)
    implements EvaluationContext {

  @Override
  public Optional<ExpressionValue> local(String name) {
    return find(frame.locals(), v -> v.name().equals(name));
  }

  @Override
  public Optional<ExpressionValue> local(int index) {
    return find(frame.locals(), v -> v.index() == index);
  }

  @Override
  public Optional<ExpressionValue> global(String name) {
    return find(globals, v -> v.name().equals(name));
  }

  @Override
  public Optional<ExpressionValue> global(int index) {
    return find(globals, v -> v.index() == index);
  }

  @Override
  public Optional<ExpressionValue> operand(int depth) {
    List<Variable> fromTop = frame.operands().reversed();
    return depth >= 0 && depth < fromTop.size()
        ? Optional.of(values.value(fromTop.get(depth).value()))
        : Optional.empty();
  }

  private Optional<ExpressionValue> find(List<Variable> variables, Predicate<Variable> wanted) {
    return variables.stream().filter(wanted).findFirst().map(found -> values.value(found.value()));
  }

  @Override
  public Optional<ExpressionValue> variable(String name) {
    return Optional.empty();
  }

  @Override
  public OptionalInt memory(String name) {
    return known.indexOf(Names.Space.MEMORY, name);
  }

  @Override
  public Optional<byte[]> read(int memory, long address, int length) {
    if (memory < 0 || memory >= memories.size()) {
      return Optional.empty();
    }
    byte[] bytes = memories.get(memory).read(address, length);
    return bytes.length == length ? Optional.of(bytes) : Optional.empty();
  }

  @Override
  public OptionalInt table(String name) {
    return OptionalInt.empty();
  }

  @Override
  public Optional<ExpressionValue> element(int table, long index) {
    return Optional.empty();
  }

  @Override
  public Collection<String> names() {
    Collection<String> all = new TreeSet<>();
    Stream.concat(frame.locals().stream(), globals.stream())
        .filter(variable -> !variable.name().isEmpty())
        .forEach(variable -> all.add("$" + variable.name()));
    return all;
  }
}
