package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Compiler;
import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.engine.tier.Upgradable;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Compiles hot functions of a store's instances, each once as a whole and once for each hot loop.
 */
public final class Jit implements Compiler {

  /**
   * Bytes of a function that are worth compiling each time that it becomes hot: parsers of 50 kB
   * are hot when a program starts, and take the compilers longer than they run.
   */
  private static final int WORTH = 2048;

  private final Executor executor;
  private final boolean counts;
  private final int limit;
  private final SignatureClasses signatures;
  private final Map<Instance, InstanceClasses> instances = new ConcurrentHashMap<>();
  private final Map<WasmFunction, FunctionWork> works = new ConcurrentHashMap<>();

  /** The functions whose code may have that of a function in it, besides its own. */
  private final Map<WasmFunction, Set<WasmFunction>> groups = new ConcurrentHashMap<>();

  private final CompileQueue queue;
  private final WarmUp warmUp;
  private final JitTally tally = new JitTally();
  private final AtomicInteger units = new AtomicInteger();

  /**
   * A compiler.
   *
   * @param executor where it compiles
   * @param fuel what threads have; if it is limited, code counts calls and rounds of loops
   */
  public Jit(Executor executor, Fuel fuel) {
    this(executor, fuel, UnitAssembler.HOTSPOT_LIMIT);
  }

  /** A compiler for programs that go on while it compiles, and while HotSpot does. */
  public static Jit inBackground(Executor executor, Fuel fuel) {
    return new Jit(
        executor,
        fuel,
        UnitAssembler.HOTSPOT_LIMIT,
        () -> VectorForm.of(Vectors.WHEN_OPTIMISED),
        WORTH);
  }

  /**
   * A compiler.
   *
   * @param executor where it compiles
   * @param fuel what threads have; if it is limited, code counts calls and rounds of loops
   * @param limit bytes of Java code; a function with more is split into several methods
   */
  public Jit(Executor executor, Fuel fuel, int limit) {
    this(executor, fuel, limit, Vectors.AT_ONCE);
  }

  /**
   * A compiler.
   *
   * @param executor where it compiles
   * @param fuel what threads have; if it is limited, code counts calls and rounds of loops
   * @param limit bytes of Java code; a function with more is split into several methods
   * @param vectors how it holds vectors; those that cannot be Java's are records
   */
  public Jit(Executor executor, Fuel fuel, int limit, Vectors vectors) {
    this(executor, fuel, limit, () -> VectorForm.of(vectors));
  }

  Jit(Executor executor, Fuel fuel, int limit, Supplier<VectorForm> vectors) {
    this(executor, fuel, limit, vectors, Integer.MAX_VALUE);
  }

  private Jit(Executor executor, Fuel fuel, int limit, Supplier<VectorForm> vectors, int worth) {
    this.queue = new CompileQueue(worth);
    this.signatures = new SignatureClasses(vectors);
    this.executor = executor;
    this.warmUp = new WarmUp(executor);
    this.counts = fuel.isLimited();
    this.limit = limit;
  }

  /** What has been compiled so far. */
  public JitReport report() {
    return tally.report();
  }

  @Override
  public int largestFrame() {
    return tally.largestFrame();
  }

  @Override
  public void hot(WasmFunction function) {
    if (queue.heat(function)) {
      request(function, UnitAssembler.WHOLE);
    }
  }

  /**
   * Most functions with loops are called again, so that they are compiled as a whole first. If the
   * loop is still interpreted when that is executed, and nobody comes to one that it can be entered
   * at, it is one that stays long, and gets code of its own.
   */
  @Override
  public void hotLoop(WasmFunction function, int offset) {
    hot(function);
    FunctionWork work = works.get(function);
    if (work != null && countMiss(work)) {
      request(function, offset);
    }
  }

  private static boolean countMiss(FunctionWork work) {
    synchronized (work) {
      return work.countMiss();
    }
  }

  private void request(WasmFunction function, int part) {
    FunctionWork work = works.computeIfAbsent(function, _ -> new FunctionWork());
    synchronized (work) {
      if (!work.request(part)) {
        return;
      }
      queue.add(new CompileQueue.Request(function, part, work, work.generation()));
    }
    executor.execute(() -> compile(queue.next()));
  }

  private void compile(CompileQueue.Request request) {
    compile(request, null);
  }

  /** Compiles a part; {@code vectors} is null for the usual form. */
  private void compile(CompileQueue.Request request, VectorForm vectors) {
    long start = System.nanoTime();
    try {
      CompiledUnit unit = assemble(request, vectors);
      tally.compiled(unit, request.part() != UnitAssembler.WHOLE);
      if (unit.warmth().isReady()) {
        publish(unit, request);
      } else {
        unit.warmth().whenCold(() -> coolDown(unit, request));
        warmUp(unit, request);
      }
      if (request.part() != UnitAssembler.WHOLE) {
        // While HotSpot warms it up the next loop may come.
        finish(request);
      }
    } catch (NotCompilable | DiagnosticException e) {
      tally.refused(e.getMessage());
      finish(request);
    } finally {
      tally.took(System.nanoTime() - start);
    }
  }

  /** The functions to be compiled; who changes the probes of one is to know of it before. */
  private List<WasmFunction> group(CompileQueue.Request request) {
    WasmFunction function = request.function();
    if (request.part() != UnitAssembler.WHOLE) {
      return List.of(function);
    }
    List<WasmFunction> group = TailGroup.of(function);
    for (WasmFunction member : group.subList(1, group.size())) {
      groups.computeIfAbsent(member, _ -> ConcurrentHashMap.newKeySet()).add(function);
    }
    return group;
  }

  private CompiledUnit assemble(CompileQueue.Request request, VectorForm vectors) {
    WasmFunction function = request.function();
    InstanceClasses classes = classes(function.instance());
    String name = "wasm.f" + function.index() + "_" + units.incrementAndGet();
    UnitShape shape = UnitShape.of(classes, function, request.part(), name);
    List<UnitShape> others =
        group(request).stream()
            .skip(1)
            .map(other -> UnitShape.of(classes, other, UnitAssembler.WHOLE, name))
            .toList();
    return new UnitAssembler(vectors == null ? shape : shape.with(vectors), others, limit)
        .assemble();
  }

  private static void finish(CompileQueue.Request request) {
    synchronized (request.work()) {
      if (request.work().generation() == request.generation()) {
        request.work().finish(request.part());
      }
    }
  }

  private void warmUp(CompiledUnit unit, CompileQueue.Request request) {
    warmUp.start(
        unit.warmth(), () -> publish(unit, request), () -> compile(request, VectorForm.RECORDS));
  }

  /** Has a unit interpreted until HotSpot has optimised it again. */
  private void coolDown(CompiledUnit unit, CompileQueue.Request request) {
    Upgradable code = (Upgradable) unit.function().code();
    synchronized (request.work()) {
      if (request.work().generation() != request.generation()) {
        return;
      }
      if (request.part() != UnitAssembler.WHOLE) {
        code.loopEntry(request.part(), null);
      } else {
        code.entry(null);
        classes(unit.function().instance()).unlink(unit.function());
      }
    }
    tally.cooled();
    warmUp(unit, request);
  }

  /** Has a unit executed from now on, unless it is out of date. */
  private void publish(CompiledUnit unit, CompileQueue.Request request) {
    WasmFunction function = unit.function();
    Upgradable code = (Upgradable) function.code();
    synchronized (request.work()) {
      if (request.work().generation() != request.generation()) {
        return;
      }
      if (request.part() != UnitAssembler.WHOLE) {
        request.work().addLoop(request.part());
        code.loopEntry(request.part(), unit.entry());
      } else {
        classes(function.instance()).link(unit);
        code.entry(unit.entry());
        unit.loopEntries().forEach(code::loopEntry);
        request.work().finish(request.part());
        request.work().addEntries(unit.loops());
      }
    }
  }

  @Override
  public void discard(WasmFunction function) {
    discardOwn(function);
    groups.getOrDefault(function, Set.of()).forEach(this::discardOwn);
  }

  private void discardOwn(WasmFunction function) {
    FunctionWork work = works.get(function);
    if (work == null) {
      return;
    }
    synchronized (work) {
      if (!work.isEmpty()) {
        tally.discarded();
      }
      Upgradable code = (Upgradable) function.code();
      code.entry(null);
      work.discard().forEach(loop -> code.loopEntry(loop, null));
      classes(function.instance()).unlink(function);
    }
  }

  private InstanceClasses classes(Instance instance) {
    return instances.computeIfAbsent(
        instance, _ -> new InstanceClasses(instance, signatures, this::classes, counts));
  }
}
