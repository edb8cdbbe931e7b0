package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Which function calls which, as far as the code says so itself.
 *
 * @param calls of each function, by index: its direct calls in the order of its code
 * @param indirect of each function, by index: the types of its indirect calls and calls by
 *     reference
 * @param referenced functions of which the code makes references
 */
public record CallGraph(List<List<Call>> calls, List<List<Integer>> indirect, BitSet referenced) {

  /** A direct call: who is called, and where. */
  public record Call(int callee, Place place, boolean tail) {}

  public CallGraph {
    calls = List.copyOf(calls);
    indirect = List.copyOf(indirect);
    referenced = (BitSet) referenced.clone();
  }

  /**
   * Reads all code.
   *
   * @throws dev.wasmscope.wasm.source.DiagnosticException if code is malformed
   */
  public static CallGraph of(Module module) {
    IndexSpaces spaces = IndexSpaces.of(module);
    List<List<Call>> calls = new ArrayList<>();
    List<List<Integer>> indirect = new ArrayList<>();
    var referenced = new BitSet();
    for (int f = 0; f < spaces.functions().size(); f++) {
      List<Call> direct = new ArrayList<>();
      List<Integer> types = new ArrayList<>();
      if (spaces.isDefined(f)) {
        read(spaces, f, direct, types, referenced);
      }
      calls.add(List.copyOf(direct));
      indirect.add(List.copyOf(types));
    }
    return new CallGraph(calls, indirect, referenced);
  }

  private static void read(
      IndexSpaces spaces, int function, List<Call> direct, List<Integer> types, BitSet referenced) {
    CodeReader code = CodeReader.ofBody(spaces.defined(function).body());
    while (!code.atEnd()) {
      Opcode opcode = code.next();
      switch (opcode) {
        case CALL, RETURN_CALL ->
            direct.add(
                new Call(
                    code.index(),
                    new Place(function, code.offset()),
                    opcode == Opcode.RETURN_CALL));
        case CALL_INDIRECT, RETURN_CALL_INDIRECT, CALL_REF, RETURN_CALL_REF ->
            types.add(code.index());
        case REF_FUNC -> {
          if (code.index() >= 0 && code.index() < spaces.functions().size()) {
            referenced.set(code.index());
          }
        }
        default -> {}
      }
    }
  }

  /** The places that call {@code function} directly. */
  public List<Place> callersOf(int function) {
    return calls.stream()
        .flatMap(List::stream)
        .filter(call -> call.callee() == function)
        .map(Call::place)
        .toList();
  }

  /** All functions that can be reached from {@code roots} through direct calls. */
  public BitSet reachable(BitSet roots) {
    var reached = (BitSet) roots.clone();
    Deque<Integer> open = new ArrayDeque<>();
    roots.stream().forEach(open::add);
    while (!open.isEmpty()) {
      for (Call call : calls.get(open.remove())) {
        if (!reached.get(call.callee())) {
          reached.set(call.callee());
          open.add(call.callee());
        }
      }
    }
    return reached;
  }

  @Override
  public BitSet referenced() {
    return (BitSet) referenced.clone();
  }
}
