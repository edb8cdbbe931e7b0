package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import java.util.Map;

/** Exceptions as toolchains emitted them before the standard had them. */
final class LegacyExceptionRules {

  private LegacyExceptionRules() {}

  static Map<Opcode, Rule> all() {
    return Map.of(
        Opcode.TRY, LegacyExceptionRules::tryBlock,
        Opcode.CATCH, LegacyExceptionRules::catchTag,
        Opcode.CATCH_ALL, LegacyExceptionRules::catchAll,
        Opcode.DELEGATE, LegacyExceptionRules::delegate,
        Opcode.RETHROW, LegacyExceptionRules::rethrow);
  }

  private static void tryBlock(CodeValidator in) {
    CodeType type = ControlRules.blockType(in);
    in.pop(type.params);
    ControlFrame frame = in.open(Opcode.TRY, type);
    if (in.recorder != null) {
      frame.ownHandler = in.recorder.handler(in.in.nextOffset(), frame.handler);
      frame.handler = frame.ownHandler;
    }
  }

  private static void catchTag(CodeValidator in) {
    int tag = in.in.index();
    int[] values = ExceptionRules.tagTypes(in, tag);
    handler(in, Opcode.CATCH, HandlerTable.ClauseKind.CATCH, tag, values);
  }

  private static void catchAll(CodeValidator in) {
    handler(in, Opcode.CATCH_ALL, HandlerTable.ClauseKind.CATCH_ALL, 0, CodeType.NONE);
  }

  private static void handler(
      CodeValidator in, Opcode part, HandlerTable.ClauseKind kind, int tag, int[] values) {
    ControlFrame frame = in.frame();
    if (frame.kind != Opcode.TRY && frame.kind != Opcode.CATCH) {
      throw ControlRules.misplaced(in);
    }
    in.checkEnd();
    if (in.recorder != null) {
      int offset = in.in.offset();
      in.recorder.toEnd(offset, frame);
      in.recorder.endHandler(frame.ownHandler, offset);
      in.recorder.legacyClause(kind, tag, offset, in.in.nextOffset(), values.length, frame);
      frame.handler = in.recorder.parent(frame.ownHandler);
    }
    in.restart(frame, part);
    in.push(values);
  }

  private static void delegate(CodeValidator in) {
    ControlFrame frame = in.frame();
    if (frame.kind != Opcode.TRY) {
      throw ControlRules.misplaced(in);
    }
    in.checkEnd();
    // The label counts from outside of the try.
    ControlFrame target = in.label(in.in.index() + 1);
    if (in.recorder != null) {
      in.recorder.endHandler(frame.ownHandler, in.in.offset());
      in.recorder.delegate(frame.ownHandler, target.handler);
      in.recorder.end(frame, in.in.nextOffset());
    }
    in.close();
  }

  private static void rethrow(CodeValidator in) {
    ControlFrame target = in.label(in.in.index());
    if (target.kind != Opcode.CATCH && target.kind != Opcode.CATCH_ALL) {
      throw in.error(
          DiagnosticCode.RETHROW_LABEL,
          ": expected the label of a catch, found that of " + target.kind.mnemonic());
    }
    if (in.recorder != null) {
      in.recorder.rethrow(in.in.offset(), target.ownHandler);
    }
    in.unreachable();
  }
}
