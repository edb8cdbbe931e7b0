package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.CompiledCode;
import dev.wasmscope.engine.tier.FrameDump;
import dev.wasmscope.engine.tier.HeapFrame;
import dev.wasmscope.engine.tier.ProbeSites;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The places of a compiled function where it can be left, and where the values are then. */
final class Places implements CompiledCode {

  /** Of each operand the number of its variable, or −1. */
  private record Place(
      int offset,
      List<Operand> operands,
      List<Integer> slotNumbers,
      boolean fails,
      boolean heard) {}

  private final WasmFunction function;
  private final Numbering variables;
  private final LooseLocals loose;
  private final VectorForm vectors;
  private final ProbeSites probes;
  private final List<Place> places = new ArrayList<>();

  Places(
      WasmFunction function,
      Numbering variables,
      LooseLocals loose,
      VectorForm vectors,
      ProbeSites probes) {
    this.probes = probes;
    this.loose = loose;
    this.vectors = vectors;
    this.function = function;
    this.variables = variables;
    places.add(new Place(0, List.of(), List.of(), false, false));
  }

  /**
   * A new place, where the probes of the instruction, if there are any, have been heard.
   *
   * @param fails whether the instruction traps where Java finds a null, an index or a cast wrong
   */
  int add(int offset, List<Operand> operands, boolean fails) {
    return add(offset, operands, fails, !probes.at(offset).isEmpty());
  }

  /** A new place, where probes of the instruction have not been heard. */
  int addUnheard(int offset, List<Operand> operands) {
    return add(offset, operands, false, false);
  }

  private int add(int offset, List<Operand> operands, boolean fails, boolean heard) {
    List<Integer> numbers = new ArrayList<>(operands.size());
    for (int i = 0; i < operands.size(); i++) {
      Operand operand = operands.get(i);
      numbers.add(operand.is(Operand.Source.SLOT) ? variables.slotNumber(i, operand.kind()) : -1);
    }
    places.add(new Place(offset, operands, numbers, fails, heard));
    return places.size() - 1;
  }

  /** Number of places. */
  int size() {
    return places.size();
  }

  /** The operands at a place, bottom to top. */
  List<Operand> operands(int place) {
    return places.get(place).operands;
  }

  /** The numbers of the slots that have an operand at a place. */
  BitSet slots(int place) {
    BitSet slots = new BitSet();
    places.get(place).slotNumbers.stream().filter(number -> number >= 0).forEach(slots::set);
    return slots;
  }

  @Override
  public WasmFunction function() {
    return function;
  }

  @Override
  public int offset(int place) {
    return places.get(place).offset;
  }

  @Override
  public boolean failsWithJava(int place) {
    return places.get(place).fails;
  }

  @Override
  public boolean heard(int place) {
    return places.get(place).heard;
  }

  @Override
  public HeapFrame frame(int place, FrameDump values) {
    Place at = places.get(place);
    int locals = variables.locals();
    List<Integer> kept = variables.kept();
    int base = locals + kept.size();
    int size = base + at.operands.size();
    long[] bits = new long[size];
    Object[] objects = new Object[size];
    for (int i = 0; i < locals; i++) {
      Looseness looseness = loose.of(i, vectors);
      bits[i] = canonical(looseness, variables.localKind(i), values.bits(i));
      objects[i] = canonical(looseness, values.object(i));
    }
    for (int i = 0; i < kept.size(); i++) {
      objects[locals + i] = values.object(kept.get(i));
    }
    for (int i = 0; i < at.operands.size(); i++) {
      Operand operand = at.operands.get(i);
      int variable =
          operand.is(Operand.Source.LOCAL) ? (int) operand.number() : at.slotNumbers.get(i);
      if (operand.is(Operand.Source.CONSTANT)) {
        bits[base + i] = operand.number();
      } else {
        bits[base + i] = canonical(operand.looseness(), operand.kind(), values.bits(variable));
        objects[base + i] = canonical(operand.looseness(), values.object(variable));
      }
    }
    return new HeapFrame(function, at.offset, place == ENTRY, bits, objects);
  }

  private static Object canonical(Looseness looseness, Object value) {
    return value instanceof V128 vector ? Floats.canonical(vector, looseness) : value;
  }

  private static long canonical(Looseness looseness, Kind kind, long bits) {
    if (looseness != Looseness.NUMBER) {
      return bits;
    }
    return kind == Kind.F32
        ? Float.floatToRawIntBits(Floats.canonical(Float.intBitsToFloat((int) bits)))
        : Double.doubleToRawLongBits(Floats.canonical(Double.longBitsToDouble(bits)));
  }
}
