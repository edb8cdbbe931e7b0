package dev.wasmscope.engine.expression;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A frame with a few locals, globals, operands, source variables, memories and a table. */
final class FakeContext implements EvaluationContext {
  final Map<String, ExpressionValue> locals = new LinkedHashMap<>();
  final Map<String, ExpressionValue> globals = new LinkedHashMap<>();
  final Map<String, ExpressionValue> variables = new LinkedHashMap<>();
  final List<ExpressionValue> operands;
  final List<ExpressionValue> table;
  final byte[] memory = new byte[64];
  final byte[] second = {1, 2, 3, 4};

  FakeContext(List<ExpressionValue> operands, List<ExpressionValue> table) {
    this.operands = operands;
    this.table = table;
  }

  @Override
  public Optional<ExpressionValue> local(String name) {
    return Optional.ofNullable(locals.get(name));
  }

  @Override
  public Optional<ExpressionValue> local(int index) {
    return locals.values().stream().skip(index).findFirst();
  }

  @Override
  public Optional<ExpressionValue> global(String name) {
    return Optional.ofNullable(globals.get(name));
  }

  @Override
  public Optional<ExpressionValue> global(int index) {
    return globals.values().stream().skip(index).findFirst();
  }

  @Override
  public Optional<ExpressionValue> operand(int depth) {
    return operands.stream().skip(depth).findFirst();
  }

  @Override
  public Optional<ExpressionValue> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public OptionalInt memory(String name) {
    return name.equals("second") ? OptionalInt.of(1) : OptionalInt.empty();
  }

  @Override
  public Optional<byte[]> read(int memoryIndex, long address, int length) {
    byte[] bytes = memoryIndex == 0 ? memory : second;
    if (memoryIndex > 1 || Long.compareUnsigned(address, bytes.length - length) > 0) {
      return Optional.empty();
    }
    byte[] part = new byte[length];
    System.arraycopy(bytes, (int) address, part, 0, length);
    return Optional.of(part);
  }

  @Override
  public OptionalInt table(String name) {
    return name.equals("t") ? OptionalInt.of(0) : OptionalInt.empty();
  }

  @Override
  public Optional<ExpressionValue> element(int tableIndex, long index) {
    return tableIndex == 0 && Long.compareUnsigned(index, table.size()) < 0
        ? Optional.of(table.get((int) index))
        : Optional.empty();
  }

  @Override
  public Collection<String> names() {
    return Stream.concat(
            Stream.concat(locals.keySet().stream(), globals.keySet().stream()).map(n -> "$" + n),
            variables.keySet().stream())
        .toList();
  }

  /** The frame most tests look at. */
  static FakeContext sample() {
    FakeContext context =
        new FakeContext(
            List.of(ExpressionValue.i32(7), ExpressionValue.i64(-8)),
            List.of(
                new ExpressionValue.Reference(null, "null"),
                new ExpressionValue.Reference("f", "func $f")));
    context.locals.put("i", ExpressionValue.i32(16));
    context.locals.put("state", ExpressionValue.i32(8));
    context.locals.put("neg", ExpressionValue.i32(-1));
    context.locals.put("big", ExpressionValue.i64(1L << 40));
    context.locals.put("half", new ExpressionValue.F32(0.5f));
    context.locals.put(
        "vec", new ExpressionValue.Vector(dev.wasmscope.engine.numeric.V128.i32x4(1, 2, 3, -4)));
    context.globals.put("__stack_pointer", ExpressionValue.i32(0x10f20));
    context.globals.put("i", ExpressionValue.i32(99));
    context.variables.put("count", ExpressionValue.i32(3));
    context.memory[12] = (byte) 0xfe;
    context.memory[13] = (byte) 0xff;
    return context;
  }
}
