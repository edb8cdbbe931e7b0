package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TableType;
import java.util.Map;

/** Table instructions (§3.4.10). */
final class TableRules {

  private TableRules() {}

  static Map<Opcode, Rule> all() {
    return Map.of(
        Opcode.TABLE_GET, TableRules::get,
        Opcode.TABLE_SET, TableRules::set,
        Opcode.TABLE_SIZE, in -> in.push(address(table(in, in.in.index()))),
        Opcode.TABLE_GROW, TableRules::grow,
        Opcode.TABLE_FILL, TableRules::fill,
        Opcode.TABLE_COPY, TableRules::copy,
        Opcode.TABLE_INIT, TableRules::init,
        Opcode.ELEM_DROP, in -> segment(in, in.in.index()));
  }

  static TableType table(CodeValidator in, int index) {
    if (Integer.compareUnsigned(index, in.context.tables().size()) >= 0) {
      throw in.unknown(DiagnosticCode.UNKNOWN_TABLE, index);
    }
    return in.context.tables().get(index);
  }

  static ElementSegment segment(CodeValidator in, int index) {
    var segments = in.context.module.elements();
    if (Integer.compareUnsigned(index, segments.size()) >= 0) {
      throw in.unknown(DiagnosticCode.UNKNOWN_ELEM, index);
    }
    return segments.get(index);
  }

  private static int address(TableType table) {
    return TypeCodes.of(table.address().type());
  }

  private static int element(TableType table) {
    return TypeCodes.of(table.element());
  }

  private static void get(CodeValidator in) {
    TableType table = table(in, in.in.index());
    in.pop(address(table));
    in.push(element(table));
  }

  private static void set(CodeValidator in) {
    TableType table = table(in, in.in.index());
    in.pop(address(table), element(table));
  }

  private static void grow(CodeValidator in) {
    TableType table = table(in, in.in.index());
    in.pop(element(table), address(table));
    in.push(address(table));
  }

  private static void fill(CodeValidator in) {
    TableType table = table(in, in.in.index());
    in.pop(address(table), element(table), address(table));
  }

  private static void copy(CodeValidator in) {
    TableType to = table(in, in.in.index());
    TableType from = table(in, in.in.index2());
    checkElements(in, from.element(), to);
    int length = Math.min(address(from), address(to));
    in.pop(address(to), address(from), length);
  }

  private static void init(CodeValidator in) {
    TableType to = table(in, in.in.index2());
    checkElements(in, segment(in, in.in.index()).type(), to);
    in.pop(address(to), TypeCodes.I32, TypeCodes.I32);
  }

  private static void checkElements(CodeValidator in, RefType from, TableType to) {
    if (!in.context.subtyping.matches(from, to.element())) {
      throw in.typeError("cannot copy " + from + " to a table of " + to.element());
    }
  }
}
