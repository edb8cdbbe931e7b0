package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.binary.CatchClause;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import java.util.Arrays;
import java.util.Map;

/** Exceptions (§3.4.8). */
final class ExceptionRules {

  private static final int[] EXCEPTION = {TypeCodes.nonNull(TypeCodes.EXNREF)};

  private ExceptionRules() {}

  static Map<Opcode, Rule> all() {
    return Map.of(
        Opcode.THROW, ExceptionRules::throwTag,
        Opcode.THROW_REF, ExceptionRules::throwRef,
        Opcode.TRY_TABLE, ExceptionRules::tryTable);
  }

  /** The types of the values that exceptions with this tag carry. */
  static int[] tagTypes(CodeValidator in, int tag) {
    var tags = in.context.spaces.tags();
    if (Integer.compareUnsigned(tag, tags.size()) >= 0) {
      throw in.unknown(DiagnosticCode.UNKNOWN_TAG, tag);
    }
    return in.functionType(tags.get(tag).typeIndex()).params;
  }

  private static void throwTag(CodeValidator in) {
    in.pop(tagTypes(in, in.in.index()));
    in.unreachable();
  }

  private static void throwRef(CodeValidator in) {
    in.pop(TypeCodes.EXNREF);
    in.unreachable();
  }

  private static void tryTable(CodeValidator in) {
    CodeType type = ControlRules.blockType(in);
    int handler = BranchRecorder.NONE;
    if (in.recorder != null) {
      handler = in.recorder.handler(in.in.nextOffset(), in.frame().handler);
    }
    for (int i = 0; i < in.in.catchCount(); i++) {
      clause(in, in.in.catchClause(i), handler);
    }
    in.pop(type.params);
    ControlFrame frame = in.open(Opcode.TRY_TABLE, type);
    if (in.recorder != null) {
      frame.handler = handler;
      frame.ownHandler = handler;
    }
  }

  private static void clause(CodeValidator in, CatchClause clause, int handler) {
    int[] values = clause.kind().hasTag() ? tagTypes(in, clause.tag()) : CodeType.NONE;
    if (clause.kind().hasReference()) {
      int[] all = Arrays.copyOf(values, values.length + 1);
      all[values.length] = EXCEPTION[0];
      values = all;
    }
    ControlFrame target = in.label(clause.label());
    if (!in.context.matches(values, target.labelTypes())) {
      throw in.typeError(
          clause.kind().keyword()
              + " gives "
              + TypeCodes.text(values)
              + ", the label takes "
              + TypeCodes.text(target.labelTypes()));
    }
    if (in.recorder != null) {
      in.recorder.clause(handler, kind(clause.kind()), clause.tag(), in.in.offset(), target);
    }
  }

  private static HandlerTable.ClauseKind kind(CatchClause.Kind kind) {
    return switch (kind) {
      case CATCH -> HandlerTable.ClauseKind.CATCH;
      case CATCH_REF -> HandlerTable.ClauseKind.CATCH_REF;
      case CATCH_ALL -> HandlerTable.ClauseKind.CATCH_ALL;
      case CATCH_ALL_REF -> HandlerTable.ClauseKind.CATCH_ALL_REF;
    };
  }
}
