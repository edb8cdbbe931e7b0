package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;

/** Table instructions, on all tables but the one for calls. */
final class TableCode implements Family {

  private final Code code;
  private final Body body;
  private final Chance chance;

  TableCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
  }

  private RefType element(int table) {
    return code.layout.tables.get(table).element();
  }

  private NumType address(int table) {
    return code.layout.tables.get(table).address().type();
  }

  private int any() {
    return 1 + chance.below(code.layout.tables.size() - 1);
  }

  @Override
  public List<Way> values(ValType type) {
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i < code.layout.tables.size(); i++) {
      int table = i;
      if (code.layout.types.matches(element(table), type)) {
        ways.add(new Way(2, () -> get(table)));
      }
      if (type == address(table)) {
        ways.add(new Way(1, () -> body.emit(Opcode.TABLE_SIZE, Space.TABLE, table)));
      }
    }
    return ways;
  }

  private void get(int table) {
    code.index(address(table), table == Layout.CALLS ? 4 : Layout.TABLE_SIZE);
    body.emit(Opcode.TABLE_GET, Space.TABLE, table);
  }

  @Override
  public List<Way> statements() {
    return List.of(
        new Way(3, this::set),
        new Way(1, this::grow),
        new Way(1, this::fill),
        new Way(1, this::copy),
        new Way(1, this::init),
        new Way(1, this::dropElements));
  }

  private void set() {
    int table = any();
    code.index(address(table), Layout.TABLE_SIZE);
    code.value(element(table));
    body.emit(Opcode.TABLE_SET, Space.TABLE, table);
  }

  private void grow() {
    int table = any();
    code.value(element(table));
    body.address(address(table), chance.below(3));
    body.emit(Opcode.TABLE_GROW, Space.TABLE, table);
    code.sink(address(table));
  }

  private void fill() {
    int table = any();
    code.index(address(table), Layout.TABLE_SIZE / 2);
    code.value(element(table));
    body.address(address(table), chance.below(Layout.TABLE_SIZE / 2));
    body.emit(Opcode.TABLE_FILL, Space.TABLE, table);
  }

  private void copy() {
    int to = any();
    int from = chance.below(code.layout.tables.size());
    if (!code.layout.types.matches(element(from), element(to))) {
      from = to;
    }
    code.index(address(to), Layout.TABLE_SIZE / 2);
    code.index(address(from), from == Layout.CALLS ? 1 : Layout.TABLE_SIZE / 2);
    boolean wide = address(to) == NumType.I64 && address(from) == NumType.I64;
    body.address(wide ? NumType.I64 : NumType.I32, chance.below(3));
    body.emit(
        Opcode.TABLE_COPY,
        new Operand.Index(Space.TABLE, to),
        new Operand.Index(Space.TABLE, from));
  }

  private void init() {
    int segment = chance.below(code.layout.elements.size());
    int table = any();
    if (!code.layout.types.matches(code.layout.elements.get(segment), element(table))) {
      return;
    }
    code.index(address(table), Layout.TABLE_SIZE / 2);
    body.i32(chance.below(Layout.ELEMENTS / 2));
    body.i32(chance.below(Layout.ELEMENTS / 2 + 1));
    body.emit(
        Opcode.TABLE_INIT,
        new Operand.Index(Space.ELEMENT, segment),
        new Operand.Index(Space.TABLE, table));
  }

  private void dropElements() {
    if (chance.oneIn(10)) {
      body.emit(Opcode.ELEM_DROP, Space.ELEMENT, chance.below(code.layout.elements.size()));
    }
  }
}
