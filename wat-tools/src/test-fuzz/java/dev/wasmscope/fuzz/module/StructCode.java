package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Structure instructions. */
final class StructCode implements Family {

  /** A field of a type of structures. */
  private record Member(int type, int field, FieldType kind) {

    Operand[] operands() {
      return new Operand[] {
        new Operand.Index(Space.TYPE, type), new Operand.Index(Space.FIELD, field)
      };
    }
  }

  private final Code code;
  private final Body body;
  private final Chance chance;

  StructCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
  }

  private List<Member> members(Predicate<FieldType> wanted) {
    List<Member> members = new ArrayList<>();
    for (int type = 0; type < code.layout.types.size(); type++) {
      if (code.layout.types.get(type).composite() instanceof StructType(var fields)) {
        for (int field = 0; field < fields.size(); field++) {
          if (wanted.test(fields.get(field))) {
            members.add(new Member(type, field, fields.get(field)));
          }
        }
      }
    }
    return members;
  }

  /** Leaves a structure, rarely null. */
  private void object(Member member) {
    code.value(new RefType(chance.oneIn(30), new TypeIndex(member.type)));
  }

  @Override
  public List<Way> values(ValType type) {
    List<Member> members =
        members(field -> code.layout.types.matches(field.storage().unpacked(), type));
    List<Way> ways = new ArrayList<>();
    if (!members.isEmpty()) {
      ways.add(new Way(5, () -> get(chance.any(members))));
    }
    if (type instanceof RefType(_, TypeIndex(int index))
        && code.layout.types.get(index).composite() instanceof StructType(var fields)) {
      ways.add(new Way(15, () -> make(index, fields)));
    }
    return ways;
  }

  private void make(int type, List<FieldType> fields) {
    fields.forEach(field -> code.value(field.storage().unpacked()));
    body.emit(Opcode.STRUCT_NEW, Space.TYPE, type);
  }

  private void get(Member member) {
    object(member);
    if (member.kind.storage() instanceof ValType) {
      body.emit(Opcode.STRUCT_GET, member.operands());
    } else {
      body.emit(chance.oneIn(2) ? Opcode.STRUCT_GET_S : Opcode.STRUCT_GET_U, member.operands());
    }
  }

  @Override
  public List<Way> statements() {
    List<Member> members = members(FieldType::mutable);
    return members.isEmpty() ? List.of() : List.of(new Way(4, () -> set(chance.any(members))));
  }

  private void set(Member member) {
    object(member);
    code.value(member.kind.storage().unpacked());
    body.emit(Opcode.STRUCT_SET, member.operands());
  }
}
