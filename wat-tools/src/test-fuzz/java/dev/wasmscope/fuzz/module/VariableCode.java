package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Variable and parametric instructions. */
final class VariableCode implements Family {

  private final Code code;
  private final Body body;

  VariableCode(Code code) {
    this.code = code;
    body = code.body;
  }

  static void localGet(Body body, int local) {
    body.emit(Opcode.LOCAL_GET, Space.LOCAL, local);
  }

  static void localSet(Body body, int local) {
    body.emit(Opcode.LOCAL_SET, Space.LOCAL, local);
  }

  static void localTee(Body body, int local) {
    body.emit(Opcode.LOCAL_TEE, Space.LOCAL, local);
  }

  static void globalGet(Body body, int global) {
    body.emit(Opcode.GLOBAL_GET, Space.GLOBAL, global);
  }

  static void globalSet(Body body, int global) {
    body.emit(Opcode.GLOBAL_SET, Space.GLOBAL, global);
  }

  /** Reads a local or global that matches; false if there is none. */
  static boolean atHand(Body body, ValType type) {
    Optional<Integer> local = body.readable(type);
    if (local.isPresent() && !body.chance.oneIn(4)) {
      localGet(body, local.get());
      return true;
    }
    List<Integer> globals = globals(body.layout, type);
    if (globals.isEmpty()) {
      return false;
    }
    globalGet(body, body.chance.any(globals));
    return true;
  }

  private static List<Integer> globals(Layout layout, ValType type) {
    return IntStream.range(1, layout.globals.size())
        .filter(i -> layout.types.matches(layout.globals.get(i).type(), type))
        .boxed()
        .toList();
  }

  @Override
  public List<Way> values(ValType type) {
    Way simple = new Way(10, () -> code.simple(type));
    return type.isDefaultable()
        ? List.of(simple, new Way(3, () -> tee(type)), new Way(3, () -> select(type)))
        : List.of(simple);
  }

  private void tee(ValType type) {
    code.value(type);
    localTee(body, body.local(type));
  }

  private void select(ValType type) {
    code.value(type);
    code.value(type);
    code.value(NumType.I32);
    if (type instanceof RefType || body.chance.oneIn(3)) {
      body.emit(Opcode.SELECT_T, new Operand.Types(List.of(type)));
    } else {
      body.emit(Opcode.SELECT);
    }
  }

  @Override
  public List<Way> statements() {
    return List.of(new Way(12, this::set), new Way(8, this::setGlobal), new Way(3, this::drop));
  }

  private void set() {
    ValType type = body.layout.types.value(body.chance);
    code.value(type);
    localSet(body, body.local(type));
  }

  private void setGlobal() {
    List<GlobalType> globals = body.layout.globals;
    int global =
        body.chance.any(
            IntStream.range(1, globals.size())
                .filter(i -> globals.get(i).mutable())
                .boxed()
                .toList());
    code.value(globals.get(global).type());
    globalSet(body, global);
  }

  private void drop() {
    code.value(body.layout.types.value(body.chance));
    body.emit(Opcode.DROP);
  }
}
