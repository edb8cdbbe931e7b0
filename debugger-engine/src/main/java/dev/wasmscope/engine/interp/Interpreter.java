package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Attachment;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Gear;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The gear that interprets. */
public final class Interpreter implements Gear {

  private final Store store;
  private final Probes probes;
  private final AtomicInteger nextThread = new AtomicInteger(1);

  /** A gear for the instances of {@code store}. */
  public Interpreter(Store store, Probes probes) {
    this.store = store;
    this.probes = probes;
    probes.addListener(this::probesChanged);
  }

  @Override
  public WasmThread newThread(String name) {
    return new InterpThread(this, nextThread.getAndIncrement(), name);
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
        place(function, code);
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
