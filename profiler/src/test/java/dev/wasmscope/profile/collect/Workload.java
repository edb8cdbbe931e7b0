package dev.wasmscope.profile.collect;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.runtime.HostCode;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.profile.model.CallNode;
import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The program of {@code workload.wat} in an engine of its own. */
final class Workload {
  private final Engine engine = Engine.builder().build();
  private final Instance instance;

  /** The program, its host functions doing nothing and calling back {@code leaf}. */
  Workload() throws IOException {
    this(call -> {});
  }

  Workload(HostCode log) throws IOException {
    FuncType logType = new FuncType(List.of(NumType.I32), List.of());
    FuncType backType = new FuncType(List.of(NumType.I32), List.of(NumType.I32));
    Imports imports =
        engine
            .imports()
            .function("env", "log", logType, log)
            .function(
                "env",
                "back",
                backType,
                call ->
                    call.setResult(
                        0,
                        call.executor()
                            .invoke(
                                call.caller().orElseThrow().exportedFunction("leaf").orElseThrow(),
                                call.args())
                            .getFirst()));
    instance = engine.instantiate(module(), imports);
  }

  private static Module module() throws IOException {
    try (InputStream in = Workload.class.getResourceAsStream("/collect/workload.wasm")) {
      return BinaryReader.read(in.readAllBytes(), FeatureSet.ALL).module();
    }
  }

  Engine engine() {
    return engine;
  }

  Profiler record(ProfilerOptions options) {
    return Profiler.start(engine.probes(), engine.mainThread(), options);
  }

  List<Value> invoke(String name, int argument) {
    return engine.invoke(instance, name, Value.i32(argument));
  }

  List<Value> invoke(String name) {
    return engine.invoke(instance, name);
  }

  /** The call tree of a thread of a profile: name, self and total a line. */
  static String tree(Profile profile, int thread) {
    CallTree tree = CallTree.of(profile, profile.threads().get(thread));
    StringBuilder text = new StringBuilder();
    tree.forEach(
        node ->
            text.append("  ".repeat(node.depth()))
                .append(tree.name(node))
                .append(' ')
                .append(weights(node))
                .append('\n'));
    return text.toString();
  }

  private static String weights(CallNode node) {
    return node.self() + "/" + node.total();
  }
}
