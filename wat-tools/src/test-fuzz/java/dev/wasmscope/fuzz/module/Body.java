package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.binary.Instruction;
import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.binary.TypeWriter;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A function's body while it is being made: instructions, locals, and the labels around. */
final class Body {

  /**
   * A label that can be branched to.
   *
   * @param types what a branch to it takes
   * @param isLoop whether a branch to it goes back
   */
  record Label(List<ValType> types, boolean isLoop) {}

  final Layout layout;
  final Chance chance;
  final int function;
  private final int params;
  private final List<ValType> locals;
  private final List<Label> labels = new ArrayList<>();
  private final ByteWriter code = new ByteWriter();
  private int budget;

  Body(Layout layout, Chance chance, int function, int budget) {
    this.layout = layout;
    this.chance = chance;
    this.function = function;
    this.budget = budget;
    FuncType type = layout.function(function);
    params = type.params().size();
    locals = new ArrayList<>(type.params());
    labels.add(new Label(type.results(), false));
  }

  /** Whether so much code was made that it is time to come to an end. */
  boolean isSpent() {
    return budget <= 0;
  }

  void emit(Opcode opcode, Operand... operands) {
    budget--;
    new Instruction(0, 0, opcode, List.of(operands)).write(code);
  }

  /** An instruction with a single index. */
  void emit(Opcode opcode, Space space, int index) {
    emit(opcode, new Operand.Index(space, index));
  }

  void i32(int value) {
    emit(Opcode.I32_CONST, new Operand.I32(value));
  }

  void i64(long value) {
    emit(Opcode.I64_CONST, new Operand.I64(value));
  }

  /** A constant of an address type. */
  void address(NumType type, long value) {
    if (type == NumType.I64) {
      i64(value);
    } else {
      i32((int) value);
    }
  }

  /** Starts a block, whose type is written in the shortest form that there is. */
  void open(Opcode opcode, FuncType type, Operand... more) {
    boolean short0 = type.params().isEmpty() && type.results().size() <= 1;
    Operand blockType =
        short0
            ? new Operand.BlockResult(type.results().stream().findFirst())
            : new Operand.BlockTypeIndex(layout.types.function(type));
    List<Operand> operands = new ArrayList<>(List.of(blockType));
    operands.addAll(List.of(more));
    emit(opcode, operands.toArray(Operand[]::new));
    boolean isLoop = opcode == Opcode.LOOP;
    labels.add(new Label(isLoop ? type.params() : type.results(), isLoop));
  }

  void end() {
    emit(Opcode.END);
    labels.removeLast();
  }

  /** Ends a legacy {@code try} by handing its exceptions on. */
  void delegate(int label) {
    emit(Opcode.DELEGATE, Space.LABEL, label);
    labels.removeLast();
  }

  /** The label a branch with {@code depth} goes to. */
  Label label(int depth) {
    return labels.get(labels.size() - 1 - depth);
  }

  int labels() {
    return labels.size();
  }

  /** A local of just this type that the body may use as it likes: known already, or new. */
  int local(ValType type) {
    List<Integer> known =
        IntStream.range(0, locals.size()).filter(i -> locals.get(i).equals(type)).boxed().toList();
    return known.isEmpty() || chance.oneIn(6) ? fresh(type) : chance.any(known);
  }

  /** A new local. */
  int fresh(ValType type) {
    locals.add(type);
    return locals.size() - 1;
  }

  /** A local that holds a value matching {@code type} at any time, if there is one. */
  Optional<Integer> readable(ValType type) {
    List<Integer> known =
        IntStream.range(0, locals.size())
            .filter(i -> i < params || locals.get(i).isDefaultable())
            .filter(i -> layout.types.matches(locals.get(i), type))
            .boxed()
            .toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(chance.any(known));
  }

  /** The whole body, up to and with its end, in the encoding of the binary format. */
  ByteSlice finish() {
    emit(Opcode.END);
    var body = new ByteWriter();
    List<int[]> runs = new ArrayList<>();
    for (int i = params; i < locals.size(); i++) {
      if (i > params && locals.get(i).equals(locals.get(i - 1))) {
        runs.getLast()[1]++;
      } else {
        runs.add(new int[] {i, 1});
      }
    }
    body.u32(runs.size());
    for (int[] run : runs) {
      TypeWriter.valType(body.u32(run[1]), locals.get(run[0]));
    }
    return body.bytes(code.toSlice()).toSlice();
  }

  /** What was emitted, as a constant expression. */
  ByteSlice expression() {
    emit(Opcode.END);
    return code.toSlice();
  }
}
