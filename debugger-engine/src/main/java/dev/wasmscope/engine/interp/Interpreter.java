package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Attachment;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Carrier;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Compiler;
import dev.wasmscope.engine.tier.Departure;
import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.engine.tier.Gear;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.ValType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The gear that interprets. */
public final class Interpreter implements Gear {

  private static final int NEVER = Integer.MAX_VALUE;

  private final Store store;
  private final int patience;
  private final Fuel fuel;
  private final Probes probes;
  private final Compiler compiler;
  private final Departures departures = new Departures();
  private final Set<InterpThread> threads =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** Slots of the largest frame. */
  private final AtomicInteger mostSlots = new AtomicInteger();

  private final AtomicInteger nextThread = new AtomicInteger(1);

  /** A gear for the instances of {@code store}. */
  public Interpreter(Store store, Probes probes) {
    this(store, probes, Compiler.NONE, NEVER, Fuel.UNLIMITED);
  }

  /**
   * A gear that hands over to {@code compiler} what is hot.
   *
   * @param patience calls and rounds of loops before a function is hot
   * @param fuel if it is limited, what is compiled must count, too
   */
  public Interpreter(Store store, Probes probes, Compiler compiler, int patience, Fuel fuel) {
    this.store = store;
    this.probes = probes;
    this.compiler = compiler;
    this.patience = patience;
    this.fuel = fuel;
    probes.addListener(this::probesChanged);
  }

  @Override
  public WasmThread newThread(String name) {
    InterpThread thread = new InterpThread(this, nextThread.getAndIncrement(), name);
    threads.add(thread);
    return thread;
  }

  /** A function has been called often. */
  void heated(FunctionCode code) {
    code.heat = patience;
    if (code.isCompilable()) {
      compiler.hot(code.function);
    }
  }

  /** The loop at {@code pc} has gone round often. */
  void heated(FunctionCode code, int pc) {
    code.heat = patience;
    if (code.isCompilable()) {
      code.inviteAll();
      compiler.hotLoop(code.function, code.offset(pc));
    }
  }

  /** How often compiled code was left, and why. */
  public Map<Departure, Long> departed() {
    return departures.counts();
  }

  Departures departures() {
    return departures;
  }

  /**
   * How many calls of compiled code there is room for.
   *
   * @param nesting how often the host has called WebAssembly within calls of the host, with this
   *     one
   * @param slots that are left for what becomes of their frames if the code is left
   */
  int room(int nesting, int slots) {
    int inJava = Carrier.room(compiler.largestFrame(), nesting);
    return Math.min(inJava, slots / Math.max(mostSlots.get(), 1));
  }

  Fuel fuel() {
    return fuel;
  }

  Store store() {
    return store;
  }

  Probes probes() {
    return probes;
  }

  /** Decodes a function, unless another thread has done so meanwhile. */
  FunctionCode decode(WasmFunction function) {
    synchronized (function) {
      if (function.code() instanceof FunctionCode known) {
        return known;
      }
      FunctionCode code = Decoder.decode(function);
      code.heat = patience;
      mostSlots.accumulateAndGet(code.slots, Math::max);
      place(function, code);
      function.code(code);
      return code;
    }
  }

  /** Decodes a constant expression. */
  FunctionCode decode(Instance instance, ByteSlice expression, ValType type) {
    return Decoder.decode(instance, expression, type);
  }

  private void probesChanged(Optional<WasmFunction> changed) {
    if (changed.isPresent()) {
      refresh(changed.get());
      return;
    }
    for (Instance instance : store.instances()) {
      for (var function : instance.functions()) {
        if (function instanceof WasmFunction wasm) {
          refresh(wasm);
        }
      }
    }
  }

  private void refresh(WasmFunction function) {
    synchronized (function) {
      if (function.code() instanceof FunctionCode code) {
        boolean hot = code.entry != null;
        place(function, code);
        compiler.discard(function);
        if (hot) {
          code.heat = 0; // what is compiled now is wanted soon
        }
        threads.forEach(InterpThread::leaveCompiledCode);
      }
    }
  }

  private void place(WasmFunction function, FunctionCode code) {
    List<Attachment> attachments = probes.of(function);
    if (attachments.isEmpty()) {
      code.probes(null);
      return;
    }
    ProbePlan plan = new ProbePlan(function, code);
    for (Attachment attachment : attachments) {
      plan.add(attachment.point(), attachment.probe());
    }
    code.probes(plan.finish());
  }
}
