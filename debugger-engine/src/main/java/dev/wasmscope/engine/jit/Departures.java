package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.tier.Leave;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a method of compiled code can be left for the interpreter: by a branch to code far behind
 * all others, or by what an instruction throws.
 *
 * <p>The handler of whatever is thrown copies all variables out, dead ones too, and what it may be
 * reached from keeps them alive. So it covers only instructions that may throw, and who branches
 * away clears the dead slots first: a loop of numbers and memory accesses then keeps nothing alive
 * but what WebAssembly's own values are.
 */
final class Departures {

  private static final ClassDesc LEAVE = ClassDesc.of(Leave.class.getName());

  /** Java instructions spent on clearing at the most; beyond, slots are kept alive. */
  private static final int CLEARED = 400;

  /**
   * Code that leaves.
   *
   * @param hasAddress whether an address is on Java's operand stack
   */
  private record Stub(Label label, int place, boolean hasAddress) {}

  /**
   * Code that may throw.
   *
   * @param place which it has come to; −1 if it is not known
   */
  private record Range(Label from, Label to, int place) {}

  private final CodeBuilder code;
  private final Variables variables;
  private final Places places;
  private final OperandStack stack;
  private final int placeVariable;
  private final List<Stub> stubs = new ArrayList<>();
  private final List<Range> ranges = new ArrayList<>();
  private Label open;
  private int openPlace;
  private int cleared;

  Departures(
      CodeBuilder code, Variables variables, Places places, OperandStack stack, int placeVariable) {
    this.code = code;
    this.variables = variables;
    this.places = places;
    this.stack = stack;
    this.placeVariable = placeVariable;
  }

  /** The place of the instruction at {@code offset}; no operand is on Java's operand stack then. */
  int place(int offset) {
    stack.spill();
    return places.add(offset, stack.snapshot(), false);
  }

  /** As {@link #place}, where probes of the instruction have not been heard. */
  int unheardPlace(int offset) {
    stack.spill();
    return places.addUnheard(offset, stack.snapshot());
  }

  /** As {@link #place}, of one that Java's own exceptions may come from. */
  int failingPlace(int offset) {
    stack.spill();
    return places.add(offset, stack.snapshot(), true);
  }

  /** What follows may throw, up to the end of the instruction. */
  void mayThrow(int place) {
    instructionEnds();
    code.lineNumber(Math.min(place, 0xffff)).loadConstant(place).istore(placeVariable);
    open = code.newBoundLabel();
    openPlace = place;
  }

  /** The instruction that may have thrown is over. */
  void instructionEnds() {
    if (open != null) {
      ranges.add(new Range(open, code.newBoundLabel(), openPlace));
      open = null;
    }
  }

  /** Throws again what an instruction has thrown; it is on Java's operand stack. */
  void rethrow() {
    Label from = code.newBoundLabel();
    code.athrow();
    ranges.add(new Range(from, code.newBoundLabel(), -1));
  }

  /** Where to branch to in order to leave at a place. */
  Label at(int place) {
    return add(new Stub(code.newLabel(), place, false));
  }

  /** As {@link #at}, with an address on Java's operand stack. */
  Label withAddressAt(int place) {
    return add(new Stub(code.newLabel(), place, true));
  }

  private Label add(Stub stub) {
    stubs.add(stub);
    return stub.label;
  }

  /** Whether the method is left nowhere: it needs no handler then. */
  boolean none() {
    return stubs.isEmpty() && ranges.isEmpty();
  }

  /** Emits all code that leaves, and has {@code handler} catch what is thrown. */
  void emit(Label handler) {
    Label leave = code.newLabel();
    Map<BitSet, Label> clearing = new LinkedHashMap<>();
    for (Stub stub : stubs) {
      code.labelBinding(stub.label);
      if (stub.hasAddress) {
        code.pop2();
      }
      code.loadConstant(stub.place).istore(placeVariable);
      code.goto_(clearing.computeIfAbsent(places.slots(stub.place), _ -> code.newLabel()));
    }
    clear(clearing, leave);
    code.labelBinding(leave);
    Label from = code.newBoundLabel();
    leave(code);
    ranges.add(new Range(from, code.newBoundLabel(), -1));
    // HotSpot's quick compiler refuses what is both branched to and a handler of exceptions.
    Label asItIs = code.newLabel();
    Map<BitSet, Label> arriving = new LinkedHashMap<>();
    for (Range range : ranges) {
      Label arrival =
          range.place < 0
              ? asItIs
              : arriving.computeIfAbsent(places.slots(range.place), _ -> code.newLabel());
      code.exceptionCatchAll(range.from, range.to, arrival);
    }
    clear(arriving, handler);
    code.labelBinding(asItIs).goto_(handler);
  }

  /** Throws what makes the interpreter go on. */
  static void leave(CodeBuilder code) {
    code.getstatic(LEAVE, "NOW", LEAVE).athrow();
  }

  /** Clears the slots that have no operand, and goes on; what was thrown may be on top. */
  private void clear(Map<BitSet, Label> labels, Label then) {
    List<Variables.Variable> slots = slots();
    for (Map.Entry<BitSet, Label> entry : labels.entrySet()) {
      code.labelBinding(entry.getValue());
      cleared += 2 * slots.size();
      if (cleared <= CLEARED) {
        slots.stream().filter(slot -> !entry.getKey().get(slot.number())).forEach(variables::clear);
      }
      code.goto_(then);
    }
  }

  private List<Variables.Variable> slots() {
    return variables.all().stream()
        .filter(v -> v.number() >= variables.locals() && !variables.kept().contains(v.number()))
        .toList();
  }
}
