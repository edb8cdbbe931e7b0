package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Compiler;
import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.engine.tier.Upgradable;
import dev.wasmscope.engine.vector.VectorClasses;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Compiles hot functions of a store's instances, each once as a whole and once for each hot loop.
 */
public final class Jit implements Compiler {

  private final Executor executor;
  private final boolean counts;
  private final int limit;
  private final SignatureClasses signatures;
  private final Map<Instance, InstanceClasses> instances = new ConcurrentHashMap<>();
  private final Map<WasmFunction, Work> works = new ConcurrentHashMap<>();
  private final JitTally tally = new JitTally();
  private final AtomicInteger units = new AtomicInteger();

  /** What has been, or is to be, compiled of a function. */
  private static final class Work {
    final Set<Integer> requested = ConcurrentHashMap.newKeySet();
    final List<Integer> loops = new ArrayList<>();
    int generation;
  }

  /**
   * A compiler.
   *
   * @param executor where it compiles
   * @param fuel what threads have; if it is limited, code counts calls and rounds of loops
   */
  public Jit(Executor executor, Fuel fuel) {
    this(executor, fuel, UnitAssembler.HOTSPOT_LIMIT);
  }

  /**
   * A compiler.
   *
   * @param executor where it compiles
   * @param fuel what threads have; if it is limited, code counts calls and rounds of loops
   * @param limit bytes of Java code; a function with more is split into several methods
   */
  public Jit(Executor executor, Fuel fuel, int limit) {
    this(executor, fuel, limit, VectorClasses::find);
  }

  /**
   * A compiler.
   *
   * @param executor where it compiles
   * @param fuel what threads have; if it is limited, code counts calls and rounds of loops
   * @param limit bytes of Java code; a function with more is split into several methods
   * @param vectors finds Java's vectors, when first a function has instructions on vectors; without
   *     them they are objects
   */
  public Jit(Executor executor, Fuel fuel, int limit, Supplier<Optional<VectorClasses>> vectors) {
    this.signatures =
        new SignatureClasses(() -> vectors.get().map(VectorForm::new).orElse(VectorForm.RECORDS));
    this.executor = executor;
    this.counts = fuel.isLimited();
    this.limit = limit;
  }

  /** What has been compiled so far. */
  public JitReport report() {
    return tally.report();
  }

  @Override
  public void hot(WasmFunction function) {
    request(function, UnitAssembler.WHOLE);
  }

  @Override
  public void hotLoop(WasmFunction function, int offset) {
    request(function, offset);
    request(function, UnitAssembler.WHOLE);
  }

  private void request(WasmFunction function, int part) {
    Work work = works.computeIfAbsent(function, _ -> new Work());
    if (work.requested.add(part)) {
      int generation;
      synchronized (work) {
        generation = work.generation;
      }
      executor.execute(() -> compile(function, part, work, generation));
    }
  }

  private void compile(WasmFunction function, int part, Work work, int generation) {
    long start = System.nanoTime();
    try {
      InstanceClasses classes = classes(function.instance());
      String name = "wasm.f" + function.index() + "_" + units.incrementAndGet();
      CompiledUnit unit = new UnitAssembler(classes, function, part, name, limit).assemble();
      tally.compiled(unit, part != UnitAssembler.WHOLE);
      synchronized (work) {
        if (work.generation == generation) {
          publish(classes, unit, part, work);
        }
      }
    } catch (NotCompilable | DiagnosticException e) {
      tally.refused(e.getMessage());
    } finally {
      tally.took(System.nanoTime() - start);
    }
  }

  private void publish(InstanceClasses classes, CompiledUnit unit, int part, Work work) {
    WasmFunction function = unit.function();
    Upgradable code = (Upgradable) function.code();
    if (part != UnitAssembler.WHOLE) {
      work.loops.add(part);
      code.loopEntry(part, unit.entry());
      return;
    }
    classes.link(unit);
    code.entry(unit.entry());
  }

  @Override
  public void discard(WasmFunction function) {
    Work work = works.get(function);
    if (work == null) {
      return;
    }
    synchronized (work) {
      work.generation++;
      if (!work.requested.isEmpty()) {
        tally.discarded();
      }
      work.requested.clear();
      Upgradable code = (Upgradable) function.code();
      code.entry(null);
      work.loops.forEach(loop -> code.loopEntry(loop, null));
      work.loops.clear();
      classes(function.instance()).unlink(function);
    }
  }

  private InstanceClasses classes(Instance instance) {
    return instances.computeIfAbsent(
        instance, _ -> new InstanceClasses(instance, signatures, this::classes, counts));
  }
}
