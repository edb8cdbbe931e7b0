package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.ValType;
import java.util.Map;

/** Blocks (§3.4.8) and {@code unreachable}. */
final class ControlRules {

  private ControlRules() {}

  static Map<Opcode, Rule> all() {
    return Map.of(
        Opcode.UNREACHABLE, CodeValidator::unreachable,
        Opcode.BLOCK, in -> open(in, Opcode.BLOCK),
        Opcode.LOOP, in -> open(in, Opcode.LOOP),
        Opcode.IF, ControlRules::ifThen,
        Opcode.ELSE, ControlRules::elsePart,
        Opcode.END, ControlRules::end);
  }

  /** The block type of the instruction (§3.2.5). */
  static CodeType blockType(CodeValidator in) {
    int index = in.in.blockTypeIndex();
    if (index >= 0) {
      return in.functionType(index);
    }
    ValType result = in.in.blockResult();
    if (result == null) {
      return CodeType.EMPTY;
    }
    in.checkType(result);
    return CodeType.result(TypeCodes.of(result));
  }

  private static void open(CodeValidator in, Opcode kind) {
    CodeType type = blockType(in);
    in.pop(type.params);
    in.open(kind, type);
  }

  private static void ifThen(CodeValidator in) {
    CodeType type = blockType(in);
    in.pop(TypeCodes.I32);
    in.pop(type.params);
    ControlFrame frame = in.open(Opcode.IF, type);
    if (in.recorder != null) {
      in.recorder.condition(in.in.offset(), frame);
    }
  }

  private static void elsePart(CodeValidator in) {
    ControlFrame frame = in.frame();
    if (frame.kind != Opcode.IF) {
      throw misplaced(in);
    }
    in.checkEnd();
    if (in.recorder != null) {
      in.recorder.toEnd(in.in.offset(), frame);
      in.recorder.conditionTo(frame, in.in.nextOffset());
    }
    in.restart(frame, Opcode.ELSE);
    in.push(frame.type.params);
  }

  private static void end(CodeValidator in) {
    ControlFrame frame = in.checkEnd();
    if (frame.kind == Opcode.IF && !in.context.matches(frame.type.params, frame.type.results)) {
      throw in.typeError(
          "an if without else gives back what it takes; expected "
              + TypeCodes.text(frame.type.params)
              + ", found "
              + TypeCodes.text(frame.type.results));
    }
    if (in.recorder != null) {
      if (frame.ownHandler != BranchRecorder.NONE) {
        in.recorder.endHandler(frame.ownHandler, in.in.offset());
      }
      in.recorder.end(frame, in.isOutermost() ? in.in.offset() : in.in.nextOffset());
    }
    in.close();
  }

  /** The reader refuses such code in files; text and tools may still bring it. */
  static RuntimeException misplaced(CodeValidator in) {
    return in.error(
        DiagnosticCode.END_EXPECTED,
        ": " + in.in.opcode().mnemonic() + " in " + in.frame().kind.mnemonic());
  }
}
