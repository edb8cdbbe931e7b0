package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;
import java.util.function.Function;

/** Makes the code of one body: values and statements, by chance from all families. */
final class Code {

  private static final int DEEPEST = 7;

  final Body body;
  final Chance chance;
  final Layout layout;
  final Values constants;
  private final List<Family> families;
  private int depth;

  Code(Body body) {
    this.body = body;
    chance = body.chance;
    layout = body.layout;
    constants = new Values(body);
    families =
        List.of(
            new NumericCode(this),
            new VariableCode(this),
            new MemoryCode(this),
            new BulkCode(this),
            new TableCode(this),
            new BlockCode(this),
            new BranchCode(this),
            new CallCode(this),
            new StructCode(this),
            new ArrayCode(this),
            new ReferenceCode(this),
            new CastCode(this),
            new ExceptionCode(this));
  }

  /** The instructions of the function: an end to all calls, statements, then the results. */
  void function() {
    burn();
    for (int i = 0; i < 40 && !body.isSpent(); i++) {
      statement();
    }
    values(layout.function(body.function).results());
  }

  /** Takes one unit of fuel; returns first values when there is none, so that all runs end. */
  void burn() {
    VariableCode.globalGet(body, Layout.FUEL);
    body.emit(Opcode.I32_EQZ);
    body.open(Opcode.IF, FuncType.EMPTY);
    constants.of(layout.function(body.function).results());
    body.emit(Opcode.RETURN);
    body.end();
    VariableCode.globalGet(body, Layout.FUEL);
    body.i32(1);
    body.emit(Opcode.I32_SUB);
    VariableCode.globalSet(body, Layout.FUEL);
  }

  /** Leaves a value of {@code type}. */
  void value(ValType type) {
    if (body.isSpent() || depth >= DEEPEST || !pick(family -> family.values(type))) {
      simple(type);
    }
  }

  void values(List<ValType> types) {
    types.forEach(this::value);
  }

  /** A value that is at hand, or a first one. */
  void simple(ValType type) {
    if (chance.oneIn(3) || !VariableCode.atHand(body, type)) {
      constants.of(type);
    }
  }

  /** Leaves an {@code i32} below {@code bound}, a power of two; rarely any. */
  void index(NumType type, int bound) {
    value(type);
    if (!chance.oneIn(60)) {
      body.address(type, bound - 1);
      body.emit(type == NumType.I64 ? Opcode.I64_AND : Opcode.I32_AND);
    }
  }

  /** Leaves the stack as it was. */
  void statement() {
    if (body.isSpent() || depth >= DEEPEST || !pick(Family::statements)) {
      nothing();
    }
  }

  private void nothing() {
    if (chance.oneIn(8)) {
      body.emit(Opcode.NOP);
    }
  }

  void statements() {
    for (int i = chance.below(3); i >= 0; i--) {
      statement();
    }
  }

  /** Takes a value of {@code type} from the stack. */
  void sink(ValType type) {
    if (chance.oneIn(3) || !type.isDefaultable()) {
      body.emit(Opcode.DROP);
    } else {
      VariableCode.localSet(body, body.local(type));
    }
  }

  /** Takes values from the stack, the last first. */
  void sinks(List<ValType> types) {
    types.reversed().forEach(this::sink);
  }

  private boolean pick(Function<Family, List<Family.Way>> side) {
    List<Family.Way> ways = families.stream().map(side).flatMap(List::stream).toList();
    int total = ways.stream().mapToInt(Family.Way::weight).sum();
    if (total == 0) {
      return false;
    }
    int left = chance.below(total);
    for (Family.Way way : ways) {
      left -= way.weight();
      if (left < 0) {
        depth++;
        way.make().run();
        depth--;
        return true;
      }
    }
    throw new IllegalStateException("weights must not be negative");
  }
}
