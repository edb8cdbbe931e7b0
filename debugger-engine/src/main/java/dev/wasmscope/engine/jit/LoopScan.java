package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.valid.CodeWalk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds loops that can be executed in strips: innermost ones of {@link BriefCode}, which branch
 * back in one place.
 */
final class LoopScan {

  private final Instance instance;
  private final CodeReader reader;
  private final List<Kind> localKinds;
  private final Map<Integer, Strip> found = new HashMap<>();

  /** The innermost loop that is open, and may be executed in strips; or null. */
  private RoundScan round;

  /** Offset of its instruction. */
  private int loop;

  LoopScan(Instance instance, CodeReader reader, List<Kind> localKinds) {
    this.instance = instance;
    this.reader = reader;
    this.localKinds = localKinds;
  }

  /** Goes on to the instruction that {@code walk} has come to. */
  void next(int offset, CodeWalk walk) {
    Opcode opcode = reader.next();
    if (opcode == Opcode.LOOP) {
      boolean takes = reader.blockTypeIndex() >= 0;
      round = takes ? null : new RoundScan(instance, reader, localKinds, walk.height());
      loop = offset;
    } else if (round != null && opcode == Opcode.END && round.isAtEnd()) {
      Strip strip = round.finish();
      if (strip != null) {
        found.put(loop, strip);
      }
      round = null;
    } else if (round != null && !round.next(offset, opcode, walk)) {
      round = null;
    }
  }

  /** The loops, by the offsets of their instructions. */
  Map<Integer, Strip> found() {
    return found;
  }
}
