package dev.wasmscope.engine.generated;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.ArrayInstance;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.I31;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.runtime.StructInstance;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.script.GearFactory;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.fuzz.module.ModuleGenerator;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Runs all exports of a generated module and writes down what can be seen of it: results, traps
 * with their stacks, exceptions, fuel, globals, tables, memories. Two correct gears give equal
 * lines.
 */
public final class GeneratedRun {

  /** Type of the function that generated modules import. */
  static final FuncType HOST_TYPE = new FuncType(List.of(NumType.I32), List.of(NumType.I32));

  private static final int DEEPEST = 3;

  private final List<String> lines = new ArrayList<>();
  private final Store store = new Store(StoreLimits.DEFAULT.withMemoryBytes(1 << 22));
  private final WasmThread thread;
  private final Instance instance;

  private GeneratedRun(Module module, GearFactory gears, Consumer<Probes> instrumentation) {
    Probes probes = new Probes();
    instrumentation.accept(probes);
    thread = gears.make(store, probes).newThread("main");
    Imports imports =
        new Imports(store)
            .function(
                ModuleGenerator.HOST_MODULE,
                ModuleGenerator.HOST_FUNCTION,
                HOST_TYPE,
                call -> call.returnI32(call.i32(0) * 0x9E37_79B9 ^ call.i32(0) >>> 15));
    instance = new Linker(store, thread).instantiate(module, _ -> Span.at(0), imports);
  }

  /**
   * Calls every exported function {@code calls} times with arguments that the seed determines.
   *
   * @param fuel what each call may use up
   * @param gears the gear under test
   * @param instrumentation attaches probes before anything runs
   * @return a line for each call and for what it left behind
   */
  public static List<String> of(
      Module module,
      long seed,
      int calls,
      int fuel,
      GearFactory gears,
      Consumer<Probes> instrumentation) {
    var run = new GeneratedRun(module, gears, instrumentation);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < calls; i++) {
      for (String name : new TreeSet<>(run.instance.exports().keySet())) {
        run.instance
            .exportedFunction(name)
            .ifPresent(function -> run.call(name, function, random, fuel));
      }
    }
    return run.lines;
  }

  /**
   * Compares two runs of a module.
   *
   * @throws IllegalStateException if they differ; it tells the first call that does
   */
  public static void same(List<String> expected, List<String> found) {
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String one = i < expected.size() ? expected.get(i) : "nothing";
      String other = i < found.size() ? found.get(i) : "nothing";
      if (!one.equals(other)) {
        throw new IllegalStateException(
            "call " + i + ": expected\n" + one + "\nbut found\n" + other);
      }
    }
  }

  private void call(String name, FunctionInstance function, SplittableRandom random, int fuel) {
    GlobalInstance tank = (GlobalInstance) instance.export(ModuleGenerator.FUEL).orElseThrow();
    tank.set(Value.i32(fuel));
    List<Value> args =
        function.type().params().stream().map(type -> argument(type, random)).toList();
    lines.add(name + args + " = " + outcome(function, args) + state());
  }

  private static Value argument(ValType type, SplittableRandom random) {
    long bits = random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(-100, 100);
    return switch (type) {
      case NumType.I32 -> Value.i32((int) bits);
      case NumType.I64 -> Value.i64(bits);
      case NumType.F32 -> Value.f32((float) bits);
      case NumType.F64 -> Value.f64((double) bits);
      case VecType _ -> Value.v128(new V128(bits, random.nextLong()));
      case RefType _ -> Value.zero(type);
    };
  }

  private String outcome(FunctionInstance function, List<Value> args) {
    try {
      return thread.invoke(function, args).stream().map(this::show).toList().toString();
    } catch (Trap trap) {
      return trap.getMessage() + " at " + trap.backtrace();
    } catch (WasmException e) {
      return e.exception().tag().name()
          + e.exception().values().stream().map(this::show).toList()
          + " thrown at "
          + e.backtrace();
    }
  }

  private String state() {
    StringBuilder state = new StringBuilder();
    for (GlobalInstance global : instance.globals()) {
      state.append("\n  global ").append(show(global.get()));
    }
    for (MemoryInstance memory : instance.memories()) {
      var sum = new CRC32();
      sum.update(memory.read(0, (int) memory.byteSize()));
      state.append("\n  memory ").append(memory.byteSize()).append(' ').append(sum.getValue());
    }
    for (TableInstance table : instance.tables()) {
      state.append("\n  table");
      for (int i = 0; i < table.size(); i++) {
        state.append(' ').append(show(table.get(i), 0));
      }
    }
    return state.toString();
  }

  /** All bits of a value; of references what they point to, some steps far. */
  private String show(Value value) {
    return value instanceof Value.Ref(Object target, _)
        ? show(target, 0)
        : value.type() + " " + Long.toHexString(value.slotBits()) + vector(value);
  }

  private static String vector(Value value) {
    return value instanceof Value.Vector(V128 vector) ? vector.toString() : "";
  }

  private String show(Object target, int depth) {
    return switch (target) {
      case null -> "null";
      case I31 number -> number.toString();
      case FunctionInstance function -> "func " + function.name();
      case StructInstance struct -> "struct " + struct.typeNumber() + fields(struct, depth);
      case ArrayInstance array -> "array " + array.typeNumber() + elements(array, depth);
      default -> target.getClass().getSimpleName();
    };
  }

  private List<String> fields(StructInstance struct, int depth) {
    var type = (StructType) store.types().get(struct.typeNumber()).composite();
    List<String> fields = new ArrayList<>();
    for (int i = 0; depth < DEEPEST && i < type.fields().size(); i++) {
      fields.add(part(struct.get(store, i), depth));
    }
    return fields;
  }

  private List<String> elements(ArrayInstance array, int depth) {
    List<String> elements = new ArrayList<>();
    for (int i = 0; depth < DEEPEST && i < Math.min(array.length(), 20); i++) {
      elements.add(part(array.get(store, i), depth));
    }
    return elements;
  }

  private String part(Value value, int depth) {
    return value instanceof Value.Ref(Object target, _) ? show(target, depth + 1) : show(value);
  }
}
