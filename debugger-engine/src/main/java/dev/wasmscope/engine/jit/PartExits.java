package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.binary.CodeReader;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which blocks around a part it may branch to: most have one way out, and whoever calls such a one
 * need not ask where it has come to.
 */
final class PartExits {

  private final Set<Integer> labels = new TreeSet<>();
  private final int around;
  private int depth;
  private boolean known = true;

  private PartExits(int around) {
    this.around = around;
  }

  /**
   * The labels of the blocks, as instructions right before the part would name them; null if that
   * is not known.
   *
   * @param reader is moved
   * @param around number of blocks around the part, with the function
   */
  static Set<Integer> of(Part part, Instructions instructions, CodeReader reader, int around) {
    PartExits exits = new PartExits(around);
    reader.seek(instructions.rows().get(part.from()).offset());
    for (int i = part.from(); i < part.to() && exits.known; i++) {
      exits.next(reader);
    }
    return exits.known ? exits.labels : null;
  }

  private void next(CodeReader reader) {
    switch (reader.next()) {
      case BLOCK, LOOP, IF -> depth++;
      case END -> depth--;
      case BR, BR_IF, BR_ON_NULL, BR_ON_NON_NULL, BR_ON_CAST, BR_ON_CAST_FAIL ->
          branch(reader.index());
      case BR_TABLE -> {
        for (int i = 0; i < reader.labelCount(); i++) {
          branch(reader.label(i));
        }
      }
      case RETURN -> labels.add(around - 1);
      case TRY, TRY_TABLE -> known = false;
      default -> {}
    }
  }

  private void branch(int label) {
    if (label >= depth) {
      labels.add(label - depth);
    }
  }
}
