package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.probe.StopHandler;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.HostCall;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.TagInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WaitQueue;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.ValType;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A thread of the interpreter: slots, frames, and what the main loop asks for now and then. */
final class InterpThread extends Slots implements WasmThread {

  private static final VarHandle POLL;
  private static final int PAUSE = 1;
  private static final int TERMINATE = 2;
  private static final int NO_STEP = -1;
  private static final int MAX_NESTING = 200;

  static {
    try {
      POLL = MethodHandles.lookup().findVarHandle(InterpThread.class, "poll", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Interpreter gear;
  private final int id;
  private final String name;
  private final StoreLimits limits;
  private InterpFrame[] frames = new InterpFrame[64];

  /** Number of frames; the main loop takes one away itself on return. */
  int depth;

  private int stepDepth = NO_STEP;

  @SuppressWarnings("UnusedVariable") // through POLL
  private int poll;

  private int nesting;
  private boolean stopRequested;
  private Object stopCause;
  private volatile StopHandler handler;
  private volatile State state = State.IDLE;
  private volatile Thread carrier;

  InterpThread(Interpreter gear, int id, String name) {
    this.gear = gear;
    this.id = id;
    this.name = name;
    this.limits = gear.store().limits();
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
    return state;
  }

  @Override
  public void pause() {
    if (handler != null && state != State.IDLE) {
      POLL.getAndBitwiseOr(this, PAUSE);
    }
  }

  @Override
  public void terminate() {
    POLL.getAndBitwiseOr(this, TERMINATE);
    Thread executing = carrier;
    if (state == State.BLOCKED && executing != null) {
      executing.interrupt();
    }
  }

  @Override
  public void stopHandler(StopHandler newHandler) {
    handler = newHandler;
  }

  @Override
  public void stopHere(Object cause) {
    stopRequested = true;
    stopCause = cause;
  }

  @Override
  public void stepWithin(int maxDepth) {
    stepDepth = maxDepth;
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public Optional<FrameView> top() {
    return depth == 0 ? Optional.empty() : visible(depth - 1);
  }

  @Override
  public List<FrameView> frames() {
    List<FrameView> views = new ArrayList<>(depth);
    for (Optional<FrameView> at = top(); at.isPresent(); at = at.get().caller()) {
      views.add(at.get());
    }
    return views;
  }

  Optional<FrameView> callerOf(InterpFrame frame) {
    return visible(frame.depth - 1);
  }

  private Optional<FrameView> visible(int from) {
    for (int i = from; i >= 0; i--) {
      if (frames[i].code.function != null) {
        return Optional.of(frames[i]);
      }
    }
    return Optional.empty();
  }

  /** The slot after the last operand of a frame. */
  int endOf(InterpFrame frame) {
    boolean calling = frame.depth + 1 < depth && !frames[frame.depth + 1].entered;
    return calling ? frames[frame.depth + 1].fp : frame.sp;
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

  private <T> T enter(java.util.function.Supplier<T> work) {
    if (nesting >= MAX_NESTING) {
      throw new Trap(TrapReason.CALL_STACK_EXHAUSTED, "by calls through the host");
    }
    State before = state;
    Thread carrierBefore = carrier;
    nesting++;
    state = State.RUNNING;
    carrier = Thread.currentThread();
    try {
      return work.get();
    } finally {
      nesting--;
      carrier = carrierBefore;
      state = before;
      if (nesting == 0) {
        POLL.setOpaque(this, 0);
      }
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

  InterpFrame frame() {
    return frames[depth - 1];
  }

  int[] codeOf(InterpFrame frame) {
    return frame.depth <= stepDepth ? frame.code.stepping() : frame.code.active;
  }

  FunctionCode code(WasmFunction function) {
    FunctionCode code = (FunctionCode) function.code();
    return code != null ? code : gear.decode(function);
  }

  /** Whether {@link #poll} has something to do. */
  boolean mustPoll() {
    return (int) POLL.getOpaque(this) != 0;
  }

  /** Pauses or ends, as somebody wished. */
  void poll(InterpFrame frame) {
    int wish = (int) POLL.getAndSet(this, 0);
    if ((wish & TERMINATE) != 0) {
      throw new Terminated();
    }
    if ((wish & PAUSE) != 0) {
      stop(new StopReason.Paused());
    }
  }

  /** The frame has come to an instruction with a probe. */
  void arrive(InterpFrame frame) {
    for (Probe probe : frame.code.probesAt(frame.pc)) {
      probe.fire(frame);
    }
    if (stopRequested) {
      stopAsRequested();
    } else if (frame.depth <= stepDepth && frame.pc != 0) {
      stop(new StopReason.Stepped());
    }
  }

  private void stopAsRequested() {
    Object cause = stopCause;
    stopRequested = false;
    stopCause = null;
    stop(new StopReason.Requested(cause));
  }

  private void stop(StopReason reason) {
    StopHandler current = handler;
    if (current == null) {
      return;
    }
    stepDepth = NO_STEP;
    POLL.getAndBitwiseAnd(this, ~PAUSE);
    state = State.STOPPED;
    try {
      current.stopped(this, reason);
    } finally {
      state = State.RUNNING;
    }
    if (((int) POLL.getAndBitwiseAnd(this, ~TERMINATE) & TERMINATE) != 0) {
      throw new Terminated();
    }
  }

  /** Makes a frame whose first local is in slot {@code fp}, where the arguments are. */
  InterpFrame push(FunctionCode callee, int fp) {
    int at = depth;
    if (at == frames.length || fp + callee.slots > bits.length) {
      makeRoomForFrame(fp + callee.slots);
    }
    InterpFrame frame = frames[at];
    if (frame == null) {
      frame = new InterpFrame(this, at);
      frames[at] = frame;
    }
    frame.entered = false;
    enterCode(frame, callee, fp);
    depth = at + 1;
    return frame;
  }

  private void enterCode(InterpFrame frame, FunctionCode callee, int fp) {
    frame.code = callee;
    frame.fp = fp;
    frame.sp = fp + callee.operandBase;
    frame.pc = mustPoll() ? 0 : callee.start();
    callee.clearLocals(this, fp);
  }

  private void makeRoomForFrame(int slots) {
    if (depth >= limits.callDepth()) {
      throw new Trap(TrapReason.CALL_STACK_EXHAUSTED, "at " + depth + " frames");
    }
    if (depth == frames.length) {
      int size = Math.min(2 * frames.length, limits.callDepth());
      frames = Arrays.copyOf(frames, size);
    }
    makeRoom(slots);
  }

  private void makeRoom(int slots) {
    if (slots > bits.length) {
      if (slots > limits.stackSlots()) {
        throw new Trap(TrapReason.CALL_STACK_EXHAUSTED, "at " + depth + " frames");
      }
      grow(slots, limits.stackSlots());
    }
  }

  /**
   * Moves the {@code keep} topmost values down over {@code drop} slots; the new first free slot.
   */
  int branch(int sp, int keep, int drop) {
    if (drop != 0) {
      if (keep == 1) {
        bits[sp - 1 - drop] = bits[sp - 1];
        objects[sp - 1 - drop] = objects[sp - 1];
      } else if (keep != 0) {
        copy(sp - keep, sp - keep - drop, keep);
      }
    }
    return sp - drop;
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

  /** Calls from {@code frame}, whose arguments end before {@code sp}. */
  void call(FunctionInstance callee, InterpFrame frame, int sp) {
    switch (callee) {
      case WasmFunction wasm -> {
        FunctionCode code = code(wasm);
        push(code, sp - code.params);
      }
      case HostFunction host -> {
        frame.sp = callHost(host, frame, sp);
        frame.pc += Op.CALL_LENGTH;
      }
    }
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
    HostCall call =
        new HostCall(
            function,
            frame == null ? null : frame.code.instance,
            this,
            Arrays.copyOfRange(bits, base, sp),
            Arrays.copyOfRange(objects, base, sp));
    block();
    try {
      store().hostCalls().call(call);
    } finally {
      state = State.RUNNING;
    }
    int results = function.type().results().size();
    for (int i = 0; i < results; i++) {
      bits[base + i] = call.resultBits(i);
      objects[base + i] = call.resultObject(i);
    }
    if (stopRequested && frame != null) {
      stopAsRequested();
    }
    return base + results;
  }

  /** Announces that the thread may wait now, so that {@link #terminate} interrupts it. */
  private void block() {
    state = State.BLOCKED;
    // Whoever asked a moment earlier saw a running thread and has not interrupted it.
    if (((int) POLL.getVolatile(this) & TERMINATE) != 0) {
      state = State.RUNNING;
      throw new Terminated();
    }
  }

  @Override
  WaitQueue.Outcome await(WaitQueue queue, long address, BooleanSupplier expected, long nanos) {
    block();
    try {
      return super.await(queue, address, expected, nanos);
    } finally {
      state = State.RUNNING;
    }
  }

  /** Executes {@code memory.grow}. */
  void growMemory(MemoryInstance memory, InterpFrame frame, int sp) {
    long pages = memory.grow(address(sp - 1, memory.is64()));
    gear.probes().observers().forEach(o -> o.grown(frame, memory, pages));
    if (stopRequested) {
      stopAsRequested();
    }
    bits[sp - 1] = pages;
  }

  // Traps and exceptions.

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

  /** Throws at the innermost frame's place. */
  void raise(ExceptionInstance exception, int entryDepth) {
    InterpFrame frame = frame();
    gear.probes().observers().forEach(o -> o.thrown(frame, exception));
    if (stopRequested) {
      stopAsRequested();
    }
    if (handler != null && !isCaught(exception)) {
      stop(new StopReason.Uncaught(exception));
    }
    propagate(exception, entryDepth);
  }

  /** An exception has come out of a host function, or has just left all frames. */
  void passOn(WasmException e, int entryDepth) {
    if (depth <= entryDepth) {
      throw e;
    }
    raise(e.exception(), entryDepth);
  }

  private boolean isCaught(ExceptionInstance exception) {
    for (int i = depth - 1; i >= 0; i--) {
      if (frames[i].code.handlers.find(frames[i].pc, exception) != null) {
        return true;
      }
    }
    return false;
  }

  /** Goes on where the exception is caught, or leaves the frames above {@code entryDepth}. */
  void propagate(ExceptionInstance exception, int entryDepth) {
    while (depth > entryDepth) {
      InterpFrame frame = frame();
      Handlers.Clause clause = frame.code.handlers.find(frame.pc, exception);
      if (clause != null) {
        resume(frame, clause, exception);
        return;
      }
      depth--;
    }
    throw new WasmException(exception);
  }

  private void resume(InterpFrame frame, Handlers.Clause clause, ExceptionInstance exception) {
    int sp = frame.fp + frame.code.operandBase + clause.height();
    if (clause.pushesValues()) {
      int count = exception.tag().type().params().size();
      for (int i = 0; i < count; i++) {
        bits[sp] = exception.bits(i);
        objects[sp++] = exception.object(i);
      }
    }
    if (clause.pushesReference()) {
      objects[sp++] = exception;
    }
    if (clause.keepSlot() >= 0) {
      objects[frame.fp + clause.keepSlot()] = exception;
    }
    frame.sp = sp;
    frame.pc = clause.pc();
  }

  /** The instruction at {@code pc} of the innermost frame trapped; leaves the frames. */
  void trapped(Trap trap, int pc, int sp, int entryDepth) {
    Trap located = trap;
    if (trap.backtrace().isEmpty()) {
      InterpFrame frame = frame();
      frame.pc = pc;
      frame.sp = sp;
      located = trap.at(Backtraces.of(frames()));
      announce(frame, located);
    }
    depth = entryDepth;
    throw located;
  }

  private void announce(InterpFrame frame, Trap trap) {
    if (frame.code.function == null) {
      return;
    }
    gear.probes().observers().forEach(o -> o.trapped(frame, trap));
    stopRequested = false;
    try {
      stop(new StopReason.Trapped(trap));
    } catch (Terminated e) {
      depth = 0;
      throw e;
    }
  }

  /** A load or store was out of bounds, unless the memory has grown meanwhile. */
  void outOfBounds(
      IndexOutOfBoundsException e, MemorySegment memory, int pc, int sp, int entryDepth) {
    InterpFrame frame = frame();
    int op = frame.code.plain[pc];
    if (op < Rows.FIRST_MEMORY || op >= Rows.FIRST_VECTOR) {
      abandon(entryDepth);
      throw e;
    }
    MemoryInstance instance = frame.code.memoryInstance();
    if (instance.byteSize() != memory.byteSize()) {
      frame.pc = pc;
      frame.sp = sp;
      return;
    }
    long constant = Integer.toUnsignedLong(frame.code.plain[pc + 1]);
    long address = u32(sp - Rows.addressDepth(op)) + constant;
    trapped(instance.outOfBounds(address, Rows.width(op)), pc, sp, entryDepth);
  }

  /** Java ran out of something. */
  void exhausted(VirtualMachineError e, int pc, int sp, int entryDepth) {
    TrapReason reason =
        e instanceof StackOverflowError
            ? TrapReason.CALL_STACK_EXHAUSTED
            : TrapReason.OUT_OF_MEMORY;
    trapped(new Trap(reason), pc, sp, entryDepth);
  }

  /** Leaves all frames above {@code entryDepth}. */
  void abandon(int entryDepth) {
    depth = entryDepth;
  }
}
