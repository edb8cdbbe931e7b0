package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.instr.Opcode;
import java.util.ArrayList;
import java.util.List;

/**
 * The constructs that are open, on a stack of its own: texts may nest deeper than the Java stack.
 * Each construct may hold back the bytes of an instruction that comes behind its operands.
 */
final class ConstructStack {

  private final List<Construct> constructs = new ArrayList<>();
  private final IntList heldFrom = new IntList();
  private final IntList starts = new IntList();
  private final IntList ends = new IntList();
  private final IntList ids = new IntList();
  private final IntList idEnds = new IntList();
  private final IntList hints = new IntList();
  private final List<Opcode> opcodes = new ArrayList<>();

  boolean isEmpty() {
    return constructs.isEmpty();
  }

  int depth() {
    return constructs.size();
  }

  /** The innermost construct, or null outside of all. */
  Construct top() {
    return constructs.isEmpty() ? null : constructs.get(constructs.size() - 1);
  }

  /**
   * Opens a construct.
   *
   * @param held size of the held bytes before those of this construct
   * @param start where its keyword starts in the text
   * @param end where its immediates end
   */
  void push(Construct construct, int held, int start, int end) {
    constructs.add(construct);
    heldFrom.add(held);
    starts.add(start);
    ends.add(end);
    ids.add(-1);
    idEnds.add(-1);
    hints.add(-1);
    opcodes.add(null);
  }

  /** Keeps the label's identifier of the innermost construct. */
  void label(int start, int end) {
    ids.set(ids.size() - 1, start);
    idEnds.set(idEnds.size() - 1, end);
  }

  /** Keeps the instruction of the innermost construct, with the offset of its hint or −1. */
  void hint(int annotation, Opcode opcode) {
    hints.set(hints.size() - 1, annotation);
    opcodes.set(opcodes.size() - 1, opcode);
  }

  int hint() {
    return hints.last();
  }

  Opcode opcode() {
    return opcodes.getLast();
  }

  void replaceTop(Construct construct) {
    constructs.set(constructs.size() - 1, construct);
  }

  void pop() {
    constructs.remove(constructs.size() - 1);
    heldFrom.removeLast();
    starts.removeLast();
    ends.removeLast();
    ids.removeLast();
    idEnds.removeLast();
    hints.removeLast();
    opcodes.removeLast();
  }

  int heldFrom() {
    return heldFrom.last();
  }

  int start() {
    return starts.last();
  }

  int end() {
    return ends.last();
  }

  int id() {
    return ids.last();
  }

  int idEnd() {
    return idEnds.last();
  }
}
