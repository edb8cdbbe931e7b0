package dev.wasmscope.wasm.text;

import java.util.List;

/**
 * An instruction with the operands that are printed inside its parentheses.
 *
 * @param offset of the instruction in the function's body
 * @param text keyword and immediates
 * @param operands in their order
 * @param results how many values it leaves
 * @param height of the tree; 1 for an instruction alone
 * @param width characters of the tree on one line
 */
record FoldedNode(
    int offset, String text, List<FoldedNode> operands, int results, int height, int width) {

  /** Trees that are higher could not be printed or read by recursion. */
  static final int HIGHEST = 100;

  private static final int WIDEST_LINE = 60;

  static FoldedNode of(int offset, String text, List<FoldedNode> operands, int results) {
    int height = 1 + operands.stream().mapToInt(FoldedNode::height).max().orElse(0);
    int width = text.length() + 2;
    for (FoldedNode operand : operands) {
      width += operand.width() + 1;
    }
    return new FoldedNode(offset, text, operands, results, height, width);
  }

  /** Whether it can be an operand. */
  boolean isValue() {
    return results == 1 && height < HIGHEST;
  }

  void print(TextBuilder out, SpanListener map, int function, int depth) {
    out.add('(');
    int start = out.size();
    out.add(text);
    map.instruction(function, offset, start, out.size());
    boolean oneLine = width <= WIDEST_LINE;
    for (FoldedNode operand : operands) {
      if (oneLine) {
        out.add(' ');
      } else {
        out.newLine(depth + 1);
      }
      operand.print(out, map, function, depth + 1);
    }
    out.add(')');
  }
}
