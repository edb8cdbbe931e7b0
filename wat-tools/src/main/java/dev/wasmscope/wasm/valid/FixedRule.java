package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.source.DiagnosticCode;

/** Instructions whose types are those of their row (§3.4.1, §3.4.2), with their lanes. */
final class FixedRule implements Rule {

  private static final int SHUFFLE_LANES = 32;
  private static final int SHUFFLE_BYTES = 8;

  private final int[] params;
  private final int[] results;

  FixedRule(int[] params, int[] results) {
    this.params = params;
    this.results = results;
  }

  static Rule of(Opcode opcode, Signature.Fixed signature) {
    var rule = new FixedRule(TypeCodes.of(signature.params()), TypeCodes.of(signature.results()));
    if (opcode.immediate() == Immediate.LANES16) {
      return in -> {
        checkShuffle(in);
        rule.check(in);
      };
    }
    if (opcode.immediate() == Immediate.LANE) {
      int lanes = lanes(opcode);
      return in -> {
        checkLane(in, lanes);
        rule.check(in);
      };
    }
    return rule;
  }

  @Override
  public void check(CodeValidator in) {
    if (!in.stack.tryPop(params)) {
      throw in.mismatch(params);
    }
    in.stack.push(results);
  }

  /** The number behind the x of the shape that the mnemonic starts with. */
  private static int lanes(Opcode opcode) {
    String shape = opcode.mnemonic().substring(0, opcode.mnemonic().indexOf('.'));
    return Integer.parseInt(shape.substring(shape.indexOf('x') + 1));
  }

  static void checkLane(CodeValidator in, int lanes) {
    if (in.in.lane() >= lanes) {
      throw laneError(in, in.in.lane(), lanes);
    }
  }

  private static void checkShuffle(CodeValidator in) {
    for (int i = 0; i < SHUFFLE_BYTES; i++) {
      checkShuffleLane(in, (int) (in.in.v128Low() >>> (8 * i)) & 0xFF);
      checkShuffleLane(in, (int) (in.in.v128High() >>> (8 * i)) & 0xFF);
    }
  }

  private static void checkShuffleLane(CodeValidator in, int lane) {
    if (lane >= SHUFFLE_LANES) {
      throw laneError(in, lane, SHUFFLE_LANES);
    }
  }

  private static RuntimeException laneError(CodeValidator in, int lane, int lanes) {
    return in.error(DiagnosticCode.LANE_INDEX, ": expected less than " + lanes + ", found " + lane);
  }
}
