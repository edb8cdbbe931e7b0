package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.type.ExternFunc;
import dev.wasmscope.wasm.type.ExternType;
import dev.wasmscope.wasm.type.FuncType;

/** A function at run time (§4.2.6): one of a module, or one of the host. */
public abstract sealed class FunctionInstance implements Extern permits WasmFunction, HostFunction {

  /**
   * Held while a callee is set, and nothing else is done. A function's own lock is held by who
   * changes its probes, and waits for the compiler; the compiler must not wait for it.
   */
  private static final Object CALLEES = new Object();

  private final int typeNumber;
  private final FuncType type;
  private GearCode callee;

  FunctionInstance(int typeNumber, FuncType type) {
    this.typeNumber = typeNumber;
    this.type = type;
  }

  /** What users call it. */
  public abstract String name();

  /** Its type, in the store's canonical numbers. */
  public final FuncType type() {
    return type;
  }

  /** The number of its type among the store's canonical types. */
  public final int typeNumber() {
    return typeNumber;
  }

  /** What compiled code calls, or null as long as none has done so; the gear's own. */
  public final GearCode callee() {
    return callee;
  }

  /** Sets what {@link #callee} answers, a thing that never changes itself; only gears call it. */
  public final void callee(GearCode made) {
    synchronized (CALLEES) {
      callee = made;
    }
  }

  /** Sets what {@link #callee} answers unless that has been done, and answers it. */
  public final GearCode calleeOr(GearCode made) {
    synchronized (CALLEES) {
      if (callee == null) {
        callee = made;
      }
      return callee;
    }
  }

  @Override
  public final ExternKind kind() {
    return ExternKind.FUNC;
  }

  @Override
  public final ExternType externType() {
    return new ExternFunc(typeNumber);
  }
}
