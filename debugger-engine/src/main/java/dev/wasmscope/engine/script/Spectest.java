package dev.wasmscope.engine.script;

import static dev.wasmscope.wasm.type.NumType.F32;
import static dev.wasmscope.wasm.type.NumType.F64;
import static dev.wasmscope.wasm.type.NumType.I32;
import static dev.wasmscope.wasm.type.NumType.I64;

import dev.wasmscope.engine.runtime.Extern;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.ValType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The module {@code spectest} that every script may import from. Its printing prints nothing. */
final class Spectest {

  static final String NAME = "spectest";

  private static final Limits TABLE_LIMITS = Limits.of(10, 20);

  private Spectest() {}

  /** A new instance's exports. */
  static Map<String, Extern> exports(Store store) {
    Map<String, Extern> exports = new LinkedHashMap<>();
    print(store, exports, "print");
    print(store, exports, "print_i32", I32);
    print(store, exports, "print_i64", I64);
    print(store, exports, "print_f32", F32);
    print(store, exports, "print_f64", F64);
    print(store, exports, "print_i32_f32", I32, F32);
    print(store, exports, "print_f64_f64", F64, F64);
    global(exports, "global_i32", Value.i32(666));
    global(exports, "global_i64", Value.i64(666));
    global(exports, "global_f32", Value.f32(666.6f));
    global(exports, "global_f64", Value.f64(666.6));
    exports.put("table", table(store, AddressType.I32));
    exports.put("table64", table(store, AddressType.I64));
    exports.put("memory", new MemoryInstance(store, MemoryType.of(Limits.of(1, 2))));
    var shared =
        new MemoryType(AddressType.I32, Limits.of(1, 2), true, MemoryType.DEFAULT_PAGE_SIZE_LOG2);
    exports.put("shared_memory", new MemoryInstance(store, shared));
    return exports;
  }

  private static void print(
      Store store, Map<String, Extern> exports, String name, ValType... params) {
    FuncType type = new FuncType(List.of(params), List.of());
    exports.put(name, new HostFunction(store, NAME, name, type, _ -> {}));
  }

  private static void global(Map<String, Extern> exports, String name, Value value) {
    exports.put(name, new GlobalInstance(new GlobalType(value.type(), false), value));
  }

  private static TableInstance table(Store store, AddressType address) {
    return new TableInstance(store, new TableType(address, TABLE_LIMITS, RefType.FUNCREF), null);
  }
}
