package dev.wasmscope.app.shell;

import dev.wasmscope.app.debugger.InspectModel;
import dev.wasmscope.app.session.Debuggee;
import dev.wasmscope.app.session.SessionModel;
import dev.wasmscope.app.session.Variable;
import java.util.List;
import java.util.function.Consumer;

/** The program of a session, as the inspector looks at it. */
record Inspected(SessionModel session) implements InspectModel.Program {
  @Override
  public void write(
      InspectModel.Group group, int frame, int index, String text, Consumer<String> refused) {
    session.write(target(group), frame, index, text, refused);
  }

  private static Debuggee.Target target(InspectModel.Group group) {
    return switch (group) {
      case LOCALS -> Debuggee.Target.LOCAL;
      case OPERANDS -> Debuggee.Target.OPERAND;
      case GLOBALS -> Debuggee.Target.GLOBAL;
    };
  }

  @Override
  public void writeMember(
      Variable owner, Variable member, int frame, String text, Consumer<String> refused) {
    session.writeMember(owner, member, frame, text, refused);
  }

  @Override
  public List<Variable> members(Variable owner, int frame, int from, int count) {
    return session.members(owner, frame, from, count);
  }
}
