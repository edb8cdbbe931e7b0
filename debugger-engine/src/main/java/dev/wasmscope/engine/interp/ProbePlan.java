package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds where in a function's decoded code its probes belong. */
final class ProbePlan {

  private static final int ENTRY_PC = 0;
  private static final Set<Integer> RETURNS =
      Set.of(Op.RETURN, Op.RETURN_CALL, Op.RETURN_CALL_INDIRECT, Op.RETURN_CALL_REF);

  private final ByteSlice body;
  private final FunctionCode code;
  private final List<List<Probe>> byPc = new ArrayList<>();

  ProbePlan(WasmFunction function, FunctionCode code) {
    this.body = function.definition().body();
    this.code = code;
    for (int i = 0; i < code.plain.length; i++) {
      byPc.add(null);
    }
  }

  /** Adds a probe wherever {@code point} is. */
  void add(ProbePoint point, Probe probe) {
    switch (point) {
      case ProbePoint.Offset(int offset) -> add(code.map().pcAt(offset), probe);
      case ProbePoint.Entry _ -> add(ENTRY_PC, probe);
      case ProbePoint.Exit _ -> addAtReturns(probe);
      case ProbePoint.Instructions(Set<Opcode> opcodes) -> addAt(opcodes, probe);
    }
  }

  private void add(int pc, Probe probe) {
    if (byPc.get(pc) == null) {
      byPc.set(pc, new ArrayList<>());
    }
    byPc.get(pc).add(probe);
  }

  private void addAtReturns(Probe probe) {
    for (int i = 0; i < code.map().size(); i++) {
      int pc = code.map().pc(i);
      if (RETURNS.contains(code.plain[pc])) {
        add(pc, probe);
      }
    }
  }

  private void addAt(Set<Opcode> opcodes, Probe probe) {
    for (int i = 0; i < code.map().size(); i++) {
      int pc = code.map().pc(i);
      if (opcodes.contains(CodeReader.at(body, code.offset(pc)).next())) {
        add(pc, probe);
      }
    }
  }

  /** The probes by index in the code. */
  Probe[][] finish() {
    Probe[][] probes = new Probe[byPc.size()][];
    for (int pc = 0; pc < probes.length; pc++) {
      if (byPc.get(pc) != null) {
        probes[pc] = byPc.get(pc).toArray(Probe[]::new);
      }
    }
    return probes;
  }
}
