package dev.wasmscope.profile.collect;

import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.Frame;
import dev.wasmscope.profile.model.Function;
import dev.wasmscope.wasm.module.Place;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The engine's functions and places in a profile's words. */
final class EngineNames {
  private final String product;
  private final LineTable lines;
  private final Map<FunctionInstance, Function> known = new ConcurrentHashMap<>();

  EngineNames(ProfilerOptions options) {
    this.product = options.product();
    this.lines = options.lines();
  }

  Function function(FunctionInstance function) {
    return known.computeIfAbsent(function, this::describe);
  }

  private Function describe(FunctionInstance function) {
    return switch (function) {
      case HostFunction host -> new Function(host.name(), host.module(), "", 0, -1, Category.HOST);
      case WasmFunction wasm ->
          new Function(
              RustNames.readable(wasm.name()),
              wasm.instance().name().isEmpty() ? product : wasm.instance().name(),
              lines.file(),
              lines.lineOf(new Place(wasm.index(), 0)).orElse(0),
              wasm.index(),
              Category.WASM);
    };
  }

  Frame frame(FunctionInstance function, int offset) {
    int line =
        function instanceof WasmFunction wasm && offset >= 0
            ? lines.lineOf(new Place(wasm.index(), offset)).orElse(0)
            : 0;
    return new Frame(function(function), offset, line, 0);
  }
}
