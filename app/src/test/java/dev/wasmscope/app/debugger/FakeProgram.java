package dev.wasmscope.app.debugger;

import dev.wasmscope.app.session.Variable;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A program whose objects are lists of members, and which notes what is asked of it. */
final class FakeProgram implements InspectModel.Program, ValueTree.Program {
  /** An object; equal to itself only. */
  record Box(List<Variable> members) {}

  final List<String> asked = new ArrayList<>();

  static Variable number(int value) {
    return variable("n", NumType.I32, Value.i32(value), "", 0);
  }

  static Variable object(String name, String preview, Box box) {
    RefType type = new RefType(true, AbsHeapType.STRUCT);
    return variable(name, type, new Value.Ref(box, type), preview, box.members().size());
  }

  /** An array of the numbers from 0. */
  static Variable array(int length) {
    RefType type = new RefType(true, AbsHeapType.ARRAY);
    return variable("a", type, new Value.Ref("array", type), "[…]", length);
  }

  static Variable variable(
      String name, StorageType type, Value value, String preview, int members) {
    return new Variable(
        name,
        new dev.wasmscope.engine.debug.Variable(
            0, name, type, type.toString(), value, preview, members, true),
        true);
  }

  @Override
  public List<Variable> members(Variable owner, int frame, int from, int count) {
    return members(owner, from, count);
  }

  @Override
  public List<Variable> members(Variable owner, int from, int count) {
    asked.add(owner.name() + " " + from + " " + count);
    if (owner.content().value().slotObject() instanceof Box(List<Variable> members)) {
      return members.subList(from, from + count);
    }
    return IntStream.range(from, from + count).mapToObj(FakeProgram::element).toList();
  }

  private static Variable element(int index) {
    var content =
        new dev.wasmscope.engine.debug.Variable(
            index, "", NumType.I32, "i32", Value.i32(index), "", 0, true);
    return new Variable("[" + index + "]", content, true);
  }

  @Override
  public void write(
      InspectModel.Group group, int frame, int index, String text, Consumer<String> refused) {
    asked.add(group + " " + index + " = " + text);
  }

  @Override
  public void writeRoot(int index, String text, Consumer<String> refused) {
    asked.add("root " + index + " = " + text);
  }

  @Override
  public void writeMember(
      Variable owner, Variable member, int frame, String text, Consumer<String> refused) {
    writeMember(owner, member, text, refused);
  }

  @Override
  public void writeMember(Variable owner, Variable member, String text, Consumer<String> refused) {
    asked.add(owner.name() + "." + member.name() + " = " + text);
  }
}
