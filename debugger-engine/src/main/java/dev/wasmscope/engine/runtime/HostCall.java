package dev.wasmscope.engine.runtime;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call of a host function: who calls, with what arguments, and the results to be. Arguments and
 * results are numbered from 0; asking for another type than the function's is a mistake of the host
 * and not checked, except that references and vectors are cast.
 */
public final class HostCall {

  private final HostFunction function;
  private final Instance caller;
  private final Executor executor;
  private final long[] bits;
  private final Object[] objects;
  private final long[] resultBits;
  private final Object[] resultObjects;
  private List<MemoryRange> writes = List.of();

  /**
   * A call about to be made.
   *
   * @param caller the instance whose code calls, or null when the host calls itself
   * @param executor runs what the host calls back, on the same thread
   * @param bits arguments that are numbers, by position
   * @param objects arguments that are references or vectors, by position
   */
  public HostCall(
      HostFunction function, Instance caller, Executor executor, long[] bits, Object[] objects) {
    this.function = function;
    this.caller = caller;
    this.executor = executor;
    this.bits = bits;
    this.objects = objects;
    int results = function.type().results().size();
    this.resultBits = new long[results];
    this.resultObjects = new Object[results];
    for (int i = 0; i < results; i++) {
      resultObjects[i] = Value.zero(function.type().results().get(i)).slotObject();
    }
  }

  public HostFunction function() {
    return function;
  }

  /** The instance whose code calls; empty when the host calls the function itself. */
  public Optional<Instance> caller() {
    return Optional.ofNullable(caller);
  }

  /**
   * The caller's memory 0, which hosts such as WASI work on.
   *
   * @throws IllegalStateException if the caller has no memory
   */
  public MemoryInstance memory() {
    if (caller == null || caller.memoryCount() == 0) {
      throw new IllegalStateException(function.name() + " needs a caller with a memory");
    }
    return caller.memory(0);
  }

  /** Runs functions that the host calls back, on this thread. */
  public Executor executor() {
    return executor;
  }

  public int i32(int argument) {
    return (int) bits[argument];
  }

  public long i64(int argument) {
    return bits[argument];
  }

  public float f32(int argument) {
    return Float.intBitsToFloat((int) bits[argument]);
  }

  public double f64(int argument) {
    return Double.longBitsToDouble(bits[argument]);
  }

  public V128 v128(int argument) {
    return (V128) objects[argument];
  }

  /** A reference's target, or null. */
  public Object ref(int argument) {
    return objects[argument];
  }

  /** All arguments. */
  public List<Value> args() {
    return values(function.type().params(), bits, objects);
  }

  public void returnI32(int value) {
    resultBits[0] = value;
  }

  public void returnI64(long value) {
    resultBits[0] = value;
  }

  public void returnF32(float value) {
    resultBits[0] = Float.floatToRawIntBits(value);
  }

  public void returnF64(double value) {
    resultBits[0] = Double.doubleToRawLongBits(value);
  }

  /** Sets one of the results. */
  public void setResult(int result, Value value) {
    resultBits[result] = value.slotBits();
    resultObjects[result] = value.slotObject();
  }

  /** The results set so far; zero or null where none was. */
  public List<Value> results() {
    return values(function.type().results(), resultBits, resultObjects);
  }

  /** The bits of a result that is a number. */
  public long resultBits(int result) {
    return resultBits[result];
  }

  /** The object of a result that is a reference or a vector. */
  public Object resultObject(int result) {
    return resultObjects[result];
  }

  /** Lets those who observe host calls know what the host wrote into {@link #memory}. */
  public void wrote(List<MemoryRange> ranges) {
    writes = List.copyOf(ranges);
  }

  /** What the host wrote into {@link #memory}, as far as it told. */
  public List<MemoryRange> writes() {
    return writes;
  }

  private static List<Value> values(List<ValType> types, long[] bits, Object[] objects) {
    List<Value> values = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      values.add(Value.ofSlot(types.get(i), bits[i], objects[i]));
    }
    return values;
  }
}
