package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.tier.Capture;
import dev.wasmscope.engine.tier.CompiledCode;
import dev.wasmscope.engine.tier.Departure;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how often compiled code was left, and why. */
final class Departures {

  private final Map<Departure, LongAdder> counts = new ConcurrentHashMap<>();

  void count(Departure reason) {
    counts.computeIfAbsent(reason, _ -> new LongAdder()).increment();
  }

  /** Why there mostly is something to be done next in the interpreter. */
  static Departure reason(Capture.Resumption todo) {
    return switch (todo) {
      case Capture.Resumption.Execute _ -> Departure.WAIT;
      case Capture.Resumption.Fail _ -> Departure.TRAP;
      case Capture.Resumption.Stop _ -> Departure.STOP;
    };
  }

  /** Counts one because compiled code does not execute an instruction itself. */
  void count(CompiledCode code, int place) {
    Opcode opcode = CodeReader.at(code.function().definition().body(), code.offset(place)).next();
    count(
        switch (opcode) {
          case CALL, CALL_INDIRECT, CALL_REF -> Departure.HOST;
          case RETURN_CALL, RETURN_CALL_INDIRECT, RETURN_CALL_REF -> Departure.HOST;
          case MEMORY_ATOMIC_WAIT32, MEMORY_ATOMIC_WAIT64 -> Departure.WAIT;
          case THROW, THROW_REF, RETHROW -> Departure.EXCEPTION;
          case MEMORY_GROW -> Departure.INSTRUCTION;
          default -> Departure.TRAP;
        });
  }

  Map<Departure, Long> counts() {
    Map<Departure, Long> found = new EnumMap<>(Departure.class);
    for (Departure reason : Departure.values()) {
      LongAdder count = counts.get(reason);
      found.put(reason, count == null ? 0L : count.sum());
    }
    return found;
  }
}
