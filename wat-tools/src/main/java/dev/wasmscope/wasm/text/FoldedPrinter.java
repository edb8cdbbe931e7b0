package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints the instructions of a function with operands in parentheses (§6.5.12). Instructions wait
 * until one that uses their result takes them in, or the next statement lets them go.
 */
final class FoldedPrinter {

  /** Blocks that are open, by how many parentheses close them. */
  private enum Open {
    BLOCK,
    /** In an arm of {@code if} or {@code try}, which has parentheses of its own. */
    ARM
  }

  private final TextBuilder out;
  private final SpanListener map;
  private final IndexSpaces spaces;
  private final FoldedText text;
  private final PrintLabels labels;
  private final int function;
  private final int indentation;
  private final List<Open> open = new ArrayList<>();
  private final List<FoldedNode> waiting = new ArrayList<>();
  private int arms;

  FoldedPrinter(
      TextBuilder out,
      SpanListener map,
      IndexSpaces spaces,
      FoldedText text,
      PrintLabels labels,
      int function,
      int indentation) {
    this.out = out;
    this.map = map;
    this.spaces = spaces;
    this.text = text;
    this.labels = labels;
    this.function = function;
    this.indentation = indentation;
  }

  /**
   * Prints up to the final {@code end}, whose offset is the result; −1 where the code is malformed,
   * which a comment says.
   */
  int print(CodeReader code) {
    try {
      while (!code.atEnd()) {
        Opcode opcode = code.next();
        if (opcode == Opcode.END && open.isEmpty()) {
          flush();
          return code.offset();
        }
        instruction(opcode, code);
      }
    } catch (DiagnosticException e) {
      flush();
      newLine();
      out.add("(; ").add(e.diagnostic().message()).add(" ;)");
      open.forEach(o -> out.add(o == Open.ARM ? "))" : ")"));
    }
    return -1;
  }

  private void instruction(Opcode opcode, CodeReader code) {
    switch (opcode) {
      case BLOCK, LOOP, TRY_TABLE -> block(code, Open.BLOCK);
      case IF -> condition(code);
      case TRY -> {
        block(code, Open.ARM);
        newArm("do");
      }
      case ELSE, CATCH, CATCH_ALL -> {
        closeArm();
        out.add('(');
        mapped(code, text.of(code, null));
      }
      case DELEGATE -> delegate(code);
      case END -> end(code);
      default -> plain(code);
    }
  }

  private void plain(CodeReader code) {
    Arity arity = Arity.of(code, spaces);
    List<FoldedNode> operands = take(arity.operands());
    String words = text.of(code, null);
    waiting.add(FoldedNode.of(code.offset(), words, operands, arity.results()));
    if (arity.results() != 1) {
      flush();
    }
  }

  /** The last values that wait, at most {@code count}. */
  private List<FoldedNode> take(int count) {
    int from = waiting.size();
    while (from > 0 && waiting.size() - from < count && waiting.get(from - 1).isValue()) {
      from--;
    }
    List<FoldedNode> tail = waiting.subList(from, waiting.size());
    List<FoldedNode> taken = List.copyOf(tail);
    tail.clear();
    return taken;
  }

  private void flush() {
    for (FoldedNode node : waiting) {
      newLine();
      node.print(out, map, function, depth());
    }
    waiting.clear();
  }

  private int depth() {
    return indentation + open.size() + arms;
  }

  private void open(Open construct) {
    open.add(construct);
    arms += construct == Open.ARM ? 1 : 0;
  }

  private void leave() {
    arms -= open.removeLast() == Open.ARM ? 1 : 0;
    labels.leave();
  }

  private void newLine() {
    out.newLine(depth());
  }

  private void mapped(CodeReader code, String words) {
    int start = out.size();
    out.add(words);
    map.instruction(function, code.offset(), start, out.size());
  }

  private void block(CodeReader code, Open construct) {
    flush();
    newLine();
    out.add('(');
    mapped(code, text.of(code, labels.next()));
    labels.enter();
    open(construct);
  }

  private void condition(CodeReader code) {
    List<FoldedNode> condition = take(1);
    flush();
    newLine();
    out.add('(');
    mapped(code, text.of(code, labels.next()));
    for (FoldedNode node : condition) {
      out.newLine(depth() + 1);
      node.print(out, map, function, depth() + 1);
    }
    labels.enter();
    open(Open.ARM);
    newArm("then");
  }

  private void newArm(String keyword) {
    out.newLine(depth() - 1).add('(').add(keyword);
  }

  private void closeArm() {
    flush();
    out.newLine(depth() - 1).add(')').newLine(depth() - 1);
  }

  private void delegate(CodeReader code) {
    closeArm();
    leave();
    out.add('(');
    mapped(code, text.of(code, null));
    out.add("))");
  }

  private void end(CodeReader code) {
    flush();
    if (open.getLast() == Open.ARM) {
      out.newLine(depth() - 1).add(')');
    }
    leave();
    newLine();
    mapped(code, ")");
  }
}
