package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.probe.StopHandler;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.HostCall;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.TagInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WaitQueue;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A thread of the interpreter: what the main loop asks for now and then, and its control. */
final class InterpThread extends FrameStack implements WasmThread {

  private static final int MAX_NESTING = 200;

  private final Interpreter gear;
  private final int id;
  private final String name;
  private final StopControl control = new StopControl(this);
  private final Unwinder unwinder;
  private int nesting;

  InterpThread(Interpreter gear, int id, String name) {
    super(gear.store().limits());
    this.gear = gear;
    this.id = id;
    this.name = name;
    this.unwinder = new Unwinder(this, control, gear.probes());
  }

  @Override
  InterpFrame newFrame(int at) {
    return new InterpFrame(this, at);
  }

  // What the rest of the engine asks.

  @Override
  public int id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Store store() {
    return gear.store();
  }

  @Override
  public State state() {
    return control.state();
  }

  @Override
  public void pause() {
    control.pause();
  }

  @Override
  public void terminate() {
    control.terminate();
  }

  @Override
  public void stopHandler(StopHandler handler) {
    control.handler(handler);
  }

  @Override
  public void stopHere(Object cause) {
    control.stopHere(cause);
  }

  @Override
  public void stepWithin(int maxDepth) {
    control.stepWithin(maxDepth);
  }

  @Override
  public int depth() {
    return depth;
  }

  // Execution from outside.

  @Override
  public List<Value> invoke(FunctionInstance function, List<Value> args) {
    Arguments.check(store(), function, args);
    return enter(
        () -> {
          int base = base();
          makeRoom(base + args.size() + function.type().results().size());
          for (int i = 0; i < args.size(); i++) {
            bits[base + i] = args.get(i).slotBits();
            objects[base + i] = args.get(i).slotObject();
          }
          switch (function) {
            case HostFunction host -> callHost(host, null, base + args.size());
            case WasmFunction wasm -> execute(code(wasm), base);
          }
          return values(function.type().results(), base);
        });
  }

  @Override
  public Value evaluate(Instance instance, ByteSlice expression, ValType type) {
    return enter(
        () -> {
          int base = base();
          execute(gear.decode(instance, expression, type), base);
          return values(List.of(type), base).getFirst();
        });
  }

  private <T> T enter(Supplier<T> work) {
    if (nesting >= MAX_NESTING) {
      throw new Trap(TrapReason.CALL_STACK_EXHAUSTED, "by calls through the host");
    }
    StopControl.Before before = control.enter();
    int depthBefore = depth;
    nesting++;
    try {
      return work.get();
    } finally {
      nesting--;
      depth = depthBefore;
      control.leave(before);
    }
  }

  private int base() {
    return depth == 0 ? 0 : frame().sp;
  }

  private void execute(FunctionCode code, int base) {
    int entryDepth = depth;
    push(code, base).entered = true;
    InterpreterLoop.run(this, entryDepth);
  }

  private List<Value> values(List<ValType> types, int base) {
    List<Value> values = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      values.add(Value.ofSlot(types.get(i), bits[base + i], objects[base + i]));
    }
    return values;
  }

  // What the main loop asks for.

  int[] codeOf(InterpFrame frame) {
    boolean steps = control.steps(frame.depth) && frame.code.function != null;
    return steps ? frame.code.stepping() : frame.code.active;
  }

  FunctionCode code(WasmFunction function) {
    FunctionCode code = (FunctionCode) function.code();
    return code != null ? code : gear.decode(function);
  }

  @Override
  boolean mustPoll() {
    return control.mustPoll();
  }

  /**
   * Pauses or ends, as somebody wished.
   *
   * @return what to execute at the frame's {@code pc}: whoever has seen the thread stopped there
   *     does not want to hear of a probe at the same place
   */
  int poll(InterpFrame frame) {
    control.poll();
    return frame.code.plain[frame.pc];
  }

  /** The frame has come to an instruction with a probe. */
  void arrive(InterpFrame frame) {
    for (Probe probe : frame.code.probesAt(frame.pc)) {
      probe.fire(frame);
    }
    if (frame.pc == 0) {
      control.stopSoonIfRequested();
    } else if (!control.stopIfRequested() && control.steps(frame.depth)) {
      control.stop(new StopReason.Stepped());
    }
  }

  /** The function that the reference on top of the stack points to. */
  FunctionInstance callee(int sp) {
    if (objects[sp - 1] instanceof FunctionInstance function) {
      return function;
    }
    throw new Trap(TrapReason.NULL_FUNCTION_REFERENCE);
  }

  /** The function in a table at the index on top of the stack, if it has the type. */
  FunctionInstance callee(TableInstance table, int sp, int typeNumber) {
    FunctionInstance function = table.callee(address(sp - 1, table.is64()));
    if (function.typeNumber() != typeNumber
        && !store().types().isSubtype(function.typeNumber(), typeNumber)) {
      throw new Trap(
          TrapReason.INDIRECT_CALL_TYPE_MISMATCH,
          "%s is %s, expected %s"
              .formatted(function.name(), function.type(), store().types().func(typeNumber)));
    }
    return function;
  }

  /** Replaces {@code frame} by a call, whose arguments end before {@code sp}. */
  void tailCall(FunctionInstance callee, InterpFrame frame, int sp) {
    switch (callee) {
      case WasmFunction wasm -> {
        FunctionCode code = code(wasm);
        makeRoom(frame.fp + code.slots);
        copy(sp - code.params, frame.fp, code.params);
        enterCode(frame, code, frame.fp);
      }
      case HostFunction host -> {
        frame.sp = callHost(host, frame, sp);
        frame.pc = frame.code.returnPc();
      }
    }
  }

  /**
   * Calls a host function whose arguments end before {@code sp}.
   *
   * @param frame the caller, or null
   * @return the first free slot after the results
   */
  int callHost(HostFunction function, InterpFrame frame, int sp) {
    int base = sp - function.type().params().size();
    HostCall call = hostCall(function, frame, base, sp);
    store().hostCalls().announce(call);
    if (control.stopIfRequested()) {
      call = hostCall(function, frame, base, sp);
    }
    control.block();
    try {
      store().hostCalls().perform(call);
    } finally {
      control.unblock();
    }
    int results = function.type().results().size();
    for (int i = 0; i < results; i++) {
      bits[base + i] = call.resultBits(i);
      objects[base + i] = call.resultObject(i);
    }
    control.stopSoonIfRequested();
    return base + results;
  }

  private HostCall hostCall(HostFunction function, InterpFrame frame, int base, int sp) {
    return new HostCall(
        function,
        frame == null ? null : frame.code.instance,
        this,
        Arrays.copyOfRange(bits, base, sp),
        Arrays.copyOfRange(objects, base, sp));
  }

  @Override
  WaitQueue.Outcome await(WaitQueue queue, long address, BooleanSupplier expected, long nanos) {
    control.block();
    try {
      return super.await(queue, address, expected, nanos);
    } finally {
      control.unblock();
    }
  }

  /** Executes {@code memory.grow}. */
  void growMemory(MemoryInstance memory, InterpFrame frame, int sp) {
    long pages = memory.grow(address(sp - 1, memory.is64()));
    gear.probes().observers().forEach(o -> o.grown(frame, memory, pages));
    control.stopIfRequested();
    bits[sp - 1] = pages;
  }

  /** An exception with {@code tag}, carrying the topmost operands. */
  ExceptionInstance exception(TagInstance tag, int sp) {
    int base = sp - tag.type().params().size();
    return new ExceptionInstance(
        tag, Arrays.copyOfRange(bits, base, sp), Arrays.copyOfRange(objects, base, sp));
  }

  /** The exception in a slot. */
  ExceptionInstance exception(int slot) {
    if (objects[slot] instanceof ExceptionInstance exception) {
      return exception;
    }
    throw new Trap(TrapReason.NULL_EXCEPTION_REFERENCE);
  }

  /** How frames are left by traps and exceptions. */
  Unwinder unwinder() {
    return unwinder;
  }
}
