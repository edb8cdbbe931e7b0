package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Blocked;
import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.TagInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WaitQueue;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Capture;
import dev.wasmscope.engine.tier.CompiledCode;
import dev.wasmscope.engine.tier.CompiledEntry;
import dev.wasmscope.engine.tier.Departure;
import dev.wasmscope.engine.tier.FrameDump;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A thread of the interpreter: how it is entered, and what the main loop asks for now and then. */
final class InterpThread extends ControlledThread {

  private static final int MAX_NESTING = 200;

  private final Interpreter gear;
  private final Unwinder unwinder;
  private final FuelGauge gauge;
  private int nesting;

  /** The way into compiled code and out of it. */
  final Crossing crossing;

  /** Calls of WebAssembly. */
  final Calls calls;

  /** Calls of the host. */
  final HostCalling hostCalling = new HostCalling(this, control);

  InterpThread(Interpreter gear, int id, String name) {
    super(gear.store().limits(), id, name);
    this.gear = gear;
    this.crossing = new Crossing(this, control, gear.departures());
    this.calls = new Calls(this, crossing);
    this.gauge = new FuelGauge(this, gear.fuel());
    this.unwinder = new Unwinder(this, control, crossing, gear.probes());
  }

  @Override
  InterpFrame newFrame(int at) {
    return new InterpFrame(this, at);
  }

  @Override
  public Store store() {
    return gear.store();
  }

  @Override
  void surfaceForRoom() {
    crossing.surface(new Capture.Resumption.Execute(true), Departure.DEPTH);
  }

  @Override
  void surface(Capture.Resumption todo) {
    crossing.surface(todo);
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
            case HostFunction host -> hostCalling.call(host, null, base + args.size());
            case WasmFunction wasm -> crossing.executeForHost(code(wasm), base);
          }
          return values(function.type().results(), base);
        });
  }

  @Override
  public Value evaluate(Instance instance, ByteSlice expression, ValType type) {
    return enter(
        () -> {
          int base = base();
          crossing.executeForHost(gear.decode(instance, expression, type), base);
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
    } catch (Terminated e) {
      control.terminated();
      throw e;
    } finally {
      nesting--;
      depth = depthBefore;
      control.leave(before);
    }
  }

  private int base() {
    return depth == 0 ? 0 : frame().sp;
  }

  // Compiled code.

  @Override
  public int scratch(int count) {
    int base = base();
    makeRoom(base + count);
    return base;
  }

  @Override
  public void begin(FunctionInstance function, Instance caller, int newDepth) {
    switch (function) {
      case WasmFunction wasm -> crossing.executeForCompiled(code(wasm), base(), newDepth);
      case HostFunction host -> hostCalling.callFromCompiled(host, caller, base());
    }
  }

  @Override
  public FrameDump leaving(Throwable cause, CompiledCode code, int place) {
    return crossing.leaving(cause, code, place);
  }

  @Override
  public boolean watchesThrows() {
    return !gear.probes().observers().isEmpty();
  }

  @Override
  public boolean watchesGrowth() {
    return !gear.probes().observers().isEmpty();
  }

  /** Whether the next call or round of a loop is within the fuel that the thread has. */
  boolean hasFuel() {
    return gauge.hasFuel();
  }

  /** How many frames there is room for if they are compiled code's, from slot {@code base} on. */
  int roomForCompiled(int base) {
    return gear.room(nesting, slotsLeft(base));
  }

  /** Wants compiled code to be left. */
  void leaveCompiledCode() {
    control.leaveCompiledCode();
  }

  /** Whether a call of {@code code} is to execute what was compiled of it. */
  boolean entersCompiled(FunctionCode code) {
    if (code.entry == null) {
      if (--code.heat < 0) {
        gear.heated(code);
      }
      if (code.entry == null) {
        return false;
      }
    }
    return wish == 0 && gauge.hasFuel() && hasRoomForFrame() && !control.steps(depth);
  }

  /**
   * The loop that a frame has come to is hot.
   *
   * @return what to execute next
   */
  int loop(InterpFrame frame) {
    // One with probes is left for compiled code before they have been heard, not behind.
    boolean probed = frame.code.active[frame.pc] == Op.PROBE;
    CompiledEntry entry = probed ? null : loopEntry(frame.code, frame.pc);
    return entry == null ? Op.ENTER : crossing.finish(frame, entry);
  }

  /**
   * The frame has come to an instruction with a probe.
   *
   * @return what to execute next
   */
  int probed(InterpFrame frame) {
    FunctionCode code = frame.code;
    if (code.plain[frame.pc] == Op.LOOP && (code.accepts(frame.pc) || --code.heat < 0)) {
      CompiledEntry entry = loopEntry(code, frame.pc);
      if (entry != null) {
        return crossing.finish(frame, entry);
      }
    }
    arrive(frame);
    return frame.code.plain[frame.pc];
  }

  /** What the loop at {@code pc} is to execute instead of its probes and itself, if anything. */
  private CompiledEntry loopEntry(FunctionCode code, int pc) {
    CompiledEntry entry = code.loopEntry(pc);
    if (entry == null) {
      gear.heated(code, pc);
      entry = code.loopEntry(pc);
    }
    return wish != 0 || !gauge.hasFuel() || control.steps(depth - 1) ? null : entry;
  }

  /**
   * Somebody may look at the stack while the thread stands still: all frames must be on it.
   *
   * @param heard whether the probes of the instruction being executed have been heard
   */
  void surfaceForOthers(boolean heard) {
    if (control.mayBeHeld()) {
      crossing.surface(new Capture.Resumption.Execute(heard));
    }
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
    return gauge.counts || control.mustPoll();
  }

  /**
   * Pauses, stays or ends, as somebody wished.
   *
   * @return what to execute at the frame's {@code pc}: whoever has seen the thread stopped there
   *     does not want to hear of a probe at the same place
   */
  int poll(InterpFrame frame) {
    if (gauge.counts) {
      surfaceForFuel(frame);
      gauge.count();
    }
    surfaceForOthers(false);
    return control.poll() ? frame.code.plain[frame.pc] : codeOf(frame)[frame.pc];
  }

  /**
   * Who is asked for more fuel may want to see where the thread is. The instruction that polls, one
   * word before, is executed again then.
   */
  private void surfaceForFuel(InterpFrame frame) {
    if (!gauge.hasFuel()) {
      frame.pc--;
      crossing.surface(new Capture.Resumption.Execute(true), Departure.FUEL);
      frame.pc++;
    }
  }

  /** Has the probes of the instruction that a frame has come to do what they do. */
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

  @Override
  protected WaitQueue.Outcome await(
      MemoryInstance memory, long address, BooleanSupplier expected, long nanos) {
    surfaceForOthers(true);
    control.waits();
    control.block(new Blocked.Waiting(memory, address));
    try {
      return super.await(memory, address, expected, nanos);
    } catch (Terminated e) {
      throw control.ended(e);
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
