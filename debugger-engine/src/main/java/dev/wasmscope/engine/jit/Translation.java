package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.tier.GearThread;
import dev.wasmscope.engine.tier.ProbeSites;
import dev.wasmscope.wasm.binary.CodeReader;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the emitters of one compiled function share.
 *
 * @param reader stands at the instruction being translated
 * @param localKinds of all locals, parameters first
 * @param unchecked numbers that have been set and stored, but not looked at
 * @param keptMemory the first memory, or null if it is not kept in variables
 * @param scan what was found before
 * @param departures the ways to the interpreter
 * @param probes those that the code is to have
 * @param threadVariable the Java variable with the {@link GearThread}
 * @param depthVariable the Java variable with the depth of the frame
 * @param placeVariable the Java variable with the place that the frame has come to
 */
record Translation(
    CodeBuilder code,
    CodeReader reader,
    Instance instance,
    InstanceClasses classes,
    List<Kind> localKinds,
    Variables variables,
    OperandStack stack,
    UncheckedNumbers unchecked,
    Places places,
    Constants constants,
    KeptMemory keptMemory,
    BodyScan scan,
    Departures departures,
    ProbeSites probes,
    int threadVariable,
    int depthVariable,
    int placeVariable) {

  static final ClassDesc THREAD = Signature.THREAD;

  /** How the code reads and writes memory. */
  Access access() {
    return classes.access();
  }

  /**
   * The instruction being translated may throw: what it needs is on no Java operand stack from here
   * on until it is loaded.
   */
  void mayThrow() {
    departures.mayThrow(place());
  }

  /** As {@link #mayThrow}, also what Java throws at nulls, wrong indices and failing casts. */
  void mayFail() {
    departures.mayThrow(departures.failingPlace(reader.offset()));
  }

  /** The place of the instruction being translated. */
  int place() {
    return departures.place(reader.offset());
  }

  /** Whether other threads may execute the function too. */
  boolean sharesMemory() {
    return IntStream.range(0, instance.memoryCount())
        .anyMatch(i -> instance.memory(i).type().shared());
  }

  /** What is known of the first memory is to be read again. */
  void memoryMayHaveGrown() {
    if (keptMemory != null) {
      keptMemory.read();
    }
  }

  /** An operand that stands for a local's value. */
  Operand local(int local) {
    Looseness now = unchecked.has(local) ? Looseness.NUMBER : looseness(local);
    return Operand.local(localKinds.get(local), local, now);
  }

  /** The looseness that a local's value may always have. */
  Looseness looseness(int local) {
    return scan.locals().of(local, vectors());
  }

  /** How the method holds vectors. */
  VectorForm vectors() {
    return variables.vectors();
  }

  /** Moves from and to slots relative to the one whose number is in Java variable {@code base}. */
  SlotMoves slots(int base) {
    return new SlotMoves(code, vectors(), threadVariable, base);
  }

  /** Pushes the thread. */
  CodeBuilder thread() {
    return code.aload(threadVariable);
  }
}
