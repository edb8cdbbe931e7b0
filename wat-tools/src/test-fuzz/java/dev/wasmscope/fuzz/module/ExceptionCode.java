package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.CatchClause;
import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;

/** Exceptions: those of the standard, and the instructions that toolchains emitted before. */
final class ExceptionCode implements Family {

  private static final RefType EXNREF = new RefType(true, AbsHeapType.EXN);

  private final Code code;
  private final Body body;
  private final Chance chance;
  private int tries;

  ExceptionCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
  }

  private List<ValType> params(int tag) {
    return code.layout.types.functionType(code.layout.tags.get(tag)).params();
  }

  private int tag() {
    return chance.below(code.layout.tags.size());
  }

  @Override
  public List<Way> values(ValType type) {
    return List.of();
  }

  @Override
  public List<Way> statements() {
    return List.of(
        new Way(tries > 0 ? 6 : 1, this::raise),
        new Way(5, this::tryTable),
        new Way(3, this::legacy));
  }

  /** Throws on some condition. */
  private void raise() {
    int tag = tag();
    code.index(NumType.I32, tries > 0 ? 2 : 16);
    body.emit(Opcode.I32_EQZ);
    body.open(Opcode.IF, FuncType.EMPTY);
    code.values(params(tag));
    body.emit(Opcode.THROW, Space.TAG, tag);
    body.end();
  }

  private void tryTable() {
    CatchClause.Kind kind = chance.any(List.of(CatchClause.Kind.values()));
    int tag = kind.hasTag() ? tag() : 0;
    List<ValType> caught = new ArrayList<>(kind.hasTag() ? params(tag) : List.of());
    if (kind.hasReference()) {
      caught.add(new RefType(false, AbsHeapType.EXN));
    }
    List<ValType> taken = caught.stream().map(ExceptionCode::nullable).toList();
    body.open(Opcode.BLOCK, new FuncType(List.of(), taken));
    CatchClause clause = new CatchClause(kind, tag, 0);
    body.open(Opcode.TRY_TABLE, FuncType.EMPTY, new Operand.Catches(List.of(clause)));
    guarded();
    body.end();
    code.values(taken);
    body.end();
    if (kind.hasReference()) {
      handOn();
      taken = taken.subList(0, taken.size() - 1);
    }
    code.sinks(taken);
  }

  private static ValType nullable(ValType type) {
    return type instanceof RefType(_, var heap) ? new RefType(true, heap) : type;
  }

  private void guarded() {
    tries++;
    code.statements();
    raise();
    code.statements();
    tries--;
  }

  /** Throws what was caught again, sometimes; takes it from the stack. */
  private void handOn() {
    int local = body.local(EXNREF);
    VariableCode.localSet(body, local);
    code.index(NumType.I32, 8);
    body.emit(Opcode.I32_EQZ);
    VariableCode.localGet(body, local);
    body.emit(Opcode.REF_IS_NULL);
    body.emit(Opcode.I32_EQZ);
    body.emit(Opcode.I32_AND);
    body.open(Opcode.IF, FuncType.EMPTY);
    VariableCode.localGet(body, local);
    body.emit(Opcode.THROW_REF);
    body.end();
  }

  private void legacy() {
    List<ValType> results = code.layout.types.numbers(chance, 2);
    FuncType type = new FuncType(List.of(), results);
    if (chance.oneIn(3)) {
      delegated(type);
    } else {
      body.open(Opcode.TRY, type);
      guarded();
      code.values(results);
      int tag = tag();
      body.emit(Opcode.CATCH, Space.TAG, tag);
      code.sinks(params(tag));
      code.values(results);
      if (chance.oneIn(2)) {
        body.emit(Opcode.CATCH_ALL);
        rethrow();
        code.values(results);
      }
      body.end();
    }
    code.sinks(results);
  }

  /** Directly in a handler, so that label 1 is the {@code try} it belongs to. */
  private void rethrow() {
    code.index(NumType.I32, 8);
    body.emit(Opcode.I32_EQZ);
    body.open(Opcode.IF, FuncType.EMPTY);
    body.emit(Opcode.RETHROW, Space.LABEL, 1);
    body.end();
  }

  private void delegated(FuncType type) {
    body.open(Opcode.TRY, type);
    body.open(Opcode.TRY, type);
    guarded();
    code.values(type.results());
    body.delegate(0);
    body.emit(Opcode.CATCH_ALL);
    code.values(type.results());
    body.end();
  }
}
