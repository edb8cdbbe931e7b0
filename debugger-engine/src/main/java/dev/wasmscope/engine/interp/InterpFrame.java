package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.FrameEditor;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.TypeTest;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.HeapFrame;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An activation on the interpreter's stack. The thread uses it again for later activations. */
final class InterpFrame implements FrameView, FrameEditor {

  private final InterpThread thread;

  /** How many frames are below. */
  final int depth;

  FunctionCode code;

  /** Whether the host or compiled code called it, not the frame below. */
  boolean entered;

  /** The slot of the first local. */
  int fp;

  /** Where execution goes on; up to date unless the frame is being executed. */
  int pc;

  /** The first free slot; up to date in the innermost frame unless it is being executed. */
  int sp;

  InterpFrame(InterpThread thread, int depth) {
    this.thread = thread;
    this.depth = depth;
  }

  /**
   * Counts a round of a loop, unless there is more to do at its header: the loop is hot, or
   * somebody wants the thread to look up.
   */
  boolean goesRound() {
    if (code.heat <= 0 || thread.mustPoll()) {
      return false;
    }
    code.heat--;
    return true;
  }

  /** Becomes a frame that was captured. */
  void restore(FunctionCode restored, int base, HeapFrame captured) {
    code = restored;
    fp = base;
    pc = captured.atEntry() ? 0 : restored.map().pcAt(captured.offset());
    sp = base + captured.size();
    entered = false;
  }

  /** What is needed to go on with this frame elsewhere. */
  HeapFrame toHeap() {
    return new HeapFrame(
        code.function,
        code.offset(pc),
        pc == 0,
        Arrays.copyOfRange(thread.bits, fp, sp),
        Arrays.copyOfRange(thread.objects, fp, sp));
  }

  /**
   * The slot where the call being made at {@code pc} has its first argument. What is called may
   * have gone already, after a tail call to another function.
   */
  int endBeforeCall() {
    int last = code.plain[pc + 2];
    return switch (code.plain[pc]) {
      case Op.CALL -> sp - last;
      case Op.CALL_REF -> sp - 1 - last;
      default -> sp - 1 - thread.store().types().func(last).params().size();
    };
  }

  @Override
  public WasmThread thread() {
    return thread;
  }

  @Override
  public WasmFunction function() {
    return code.function;
  }

  @Override
  public Place place() {
    return new Place(code.function.index(), code.offset(pc));
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public Optional<FrameView> caller() {
    return thread.callerOf(this);
  }

  @Override
  public int localCount() {
    return code.localTypes.size();
  }

  @Override
  public ValType localType(int local) {
    return code.localTypes.get(local);
  }

  @Override
  public Value local(int local) {
    int slot = fp + local;
    return Value.ofSlot(localType(local), thread.bits[slot], thread.objects[slot]);
  }

  @Override
  public long localBits(int local) {
    return thread.bits[fp + local];
  }

  @Override
  public int operandCount() {
    return Math.max(thread.endOf(this) - fp - code.operandBase, 0);
  }

  @Override
  public List<Value> operands() {
    List<ValType> types = OperandKinds.at(this);
    List<Value> values = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      int slot = operandSlot(i);
      values.add(Value.ofSlot(types.get(i), thread.bits[slot], thread.objects[slot]));
    }
    return values;
  }

  @Override
  public long operandBits(int fromTop) {
    return thread.bits[thread.endOf(this) - 1 - fromTop];
  }

  @Override
  public FrameEditor editor() {
    return this;
  }

  @Override
  public void setLocal(int local, Value value) {
    set(fp + local, localType(local), value);
  }

  @Override
  public void setOperand(int operand, Value value) {
    set(operandSlot(operand), OperandKinds.at(this).get(operand), value);
  }

  private int operandSlot(int operand) {
    return fp + code.operandBase + operand;
  }

  private void set(int slot, ValType expected, Value value) {
    if (!TypeTest.fits(thread.store(), value, expected)) {
      throw new IllegalArgumentException("expected " + expected + ", found " + value.type());
    }
    thread.bits[slot] = value.slotBits();
    thread.objects[slot] = value.slotObject();
  }

  @Override
  public String toString() {
    return function() == null ? "constant expression" : function().name() + " " + place();
  }
}
