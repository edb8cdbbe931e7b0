package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryBytes;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.step.Slots;
import dev.wasmscope.engine.tier.CompiledEntry;
import dev.wasmscope.engine.tier.ProbeSites;
import dev.wasmscope.engine.tier.Upgradable;
import dev.wasmscope.wasm.type.ValType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A function's code, decoded for the interpreter. {@link #plain} is the code; {@link #active}, of
 * the same layout, is what normally runs: it has probes in it. {@link #stepping} has one before
 * every instruction.
 */
final class FunctionCode implements Upgradable {

  /** What the code belongs to. */
  final Instance instance;

  /** The function; null for a constant expression. */
  final WasmFunction function;

  final int params;
  final int results;

  /** Whether results may be references or vectors. */
  final boolean objectResults;

  final List<ValType> localTypes;

  /** Slots before the operands: locals, then exceptions that catch blocks hold. */
  final int operandBase;

  /** All slots that a frame may need. */
  final int slots;

  final int[] plain;
  final int[] active;
  final Object[] objects;
  final Handlers handlers;

  private final InstructionMap map;
  private final MemoryInstance memory;
  private final boolean clearObjects;
  private final int[] vectorLocals;
  private volatile int[] stepping;
  private volatile Probe[][] probes;
  private volatile InlineSites sites;

  FunctionCode(FunctionCodeBuilder from) {
    instance = from.instance;
    function = from.function;
    params = from.type.params().size();
    results = from.type.results().size();
    objectResults = from.type.results().stream().anyMatch(t -> !StepAssembler.isNumber(t));
    localTypes = List.copyOf(from.localTypes);
    operandBase = from.operandBase();
    slots = operandBase + from.maxHeight + 1;
    plain = from.words();
    active = plain.clone();
    objects = from.objects();
    handlers = from.handlers();
    map = from.map();
    memory = instance.memoryCount() == 0 ? null : instance.memory(0);
    clearObjects = localTypes.stream().anyMatch(t -> !StepAssembler.isNumber(t));
    vectorLocals = from.vectorLocals();
  }

  /** What calls execute instead, or null. */
  CompiledEntry entry;

  /** What loops execute instead, by offset of the loop instruction. */
  private final Map<Integer, CompiledEntry> loopEntries = new ConcurrentHashMap<>();

  /** The loops whose compiled code is to be entered by whoever comes there next. */
  private final Set<Integer> inviting = new HashSet<>();

  /** Calls and rounds of loops that are left until somebody hears of them. */
  int heat;

  @Override
  public void entry(CompiledEntry compiled) {
    entry = compiled;
  }

  @Override
  public synchronized void loopEntry(int offset, CompiledEntry compiled) {
    int pc = map.pcAt(offset);
    if (compiled == null) {
      loopEntries.remove(offset);
      inviting.remove(pc);
    } else {
      loopEntries.put(offset, compiled);
      inviting.add(pc);
    }
    patch(pc);
  }

  /** Has whoever comes next to a loop with compiled code ask for it. */
  synchronized void inviteAll() {
    for (int offset : loopEntries.keySet()) {
      int pc = map.pcAt(offset);
      inviting.add(pc);
      patch(pc);
    }
  }

  /**
   * Whether the loop at {@code pc} has compiled code that nobody has asked for since it was
   * offered; from now on somebody has.
   */
  boolean accepts(int pc) {
    return !inviting.isEmpty() && accept(pc);
  }

  private synchronized boolean accept(int pc) {
    boolean invited = inviting.remove(pc);
    patch(pc);
    return invited;
  }

  /** What the loop at {@code pc} executes instead, or null. */
  CompiledEntry loopEntry(int pc) {
    return loopEntries.get(offset(pc));
  }

  /** The bytes of memory 0 as they are now. */
  MemoryBytes memory() {
    return memory == null ? MemoryBytes.NONE : memory.bytes();
  }

  MemoryInstance memoryInstance() {
    return memory;
  }

  /** Gives the locals that are not parameters their default values. */
  void clearLocals(Slots stack, int fp) {
    if (operandBase > params) {
      Arrays.fill(stack.bits, fp + params, fp + operandBase, 0);
      if (clearObjects) {
        Arrays.fill(stack.objects, fp + params, fp + operandBase, null);
        for (int local : vectorLocals) {
          stack.objects[fp + local] = dev.wasmscope.engine.numeric.V128.ZERO;
        }
      }
    }
  }

  /** The offset in the body of the instruction whose code is at {@code pc}. */
  int offset(int pc) {
    return map.offset(pc);
  }

  /** Where the instructions are. */
  InstructionMap map() {
    return map;
  }

  /** The code with a probe before every instruction. */
  int[] stepping() {
    int[] code = stepping;
    if (code == null) {
      code = plain.clone();
      for (int i = 0; i < map.size(); i++) {
        code[map.pc(i)] = Op.PROBE;
      }
      code[0] = Op.PROBE;
      stepping = code;
    }
    return code;
  }

  /** Where a call starts: before {@link Op#ENTER} if probes want to see it. */
  int start() {
    return active[0] == Op.PROBE ? 0 : 1;
  }

  @Override
  public boolean isCompilable() {
    InlineSites now = sites;
    return function != null && (now == null || now.areComplete());
  }

  @Override
  public ProbeSites probes() {
    InlineSites now = sites;
    return now == null ? ProbeSites.NONE : now;
  }

  /** The probes at {@code pc}; empty if there are none (any more). */
  Probe[] probesAt(int pc) {
    Probe[][] all = probes;
    return all == null || all[pc] == null ? NO_PROBES : all[pc];
  }

  private static final Probe[] NO_PROBES = {};

  /**
   * Replaces all probes, also for activations that are running.
   *
   * @param wanted probes by index in the code, null where there are none; null for no probes at all
   */
  synchronized void probes(Probe[][] wanted) {
    if (wanted == null && probes == null) {
      return;
    }
    probes = wanted;
    sites = wanted == null ? null : new InlineSites(function, map, wanted);
    for (int i = 0; i < map.size(); i++) {
      patch(map.pc(i));
    }
    patch(0);
  }

  private void patch(int pc) {
    boolean probed = probes != null && probes[pc] != null;
    active[pc] = probed || (!inviting.isEmpty() && inviting.contains(pc)) ? Op.PROBE : plain[pc];
  }
}
