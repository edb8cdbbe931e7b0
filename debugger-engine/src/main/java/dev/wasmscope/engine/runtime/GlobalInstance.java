package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.type.ExternType;
import dev.wasmscope.wasm.type.GlobalType;

/** A global at run time (§4.2.9). */
public final class GlobalInstance implements Extern {

  private final GlobalType type;

  /**
   * The value of a global of number type. Compiled code reads and writes it like this, for a method
   * call is what HotSpot's quick compiler, and its interpreter, are slow with.
   */
  public long bits;

  /** The value of a global of reference or vector type. */
  public Object object;

  /**
   * A new global.
   *
   * @param type in the store's canonical numbers
   */
  public GlobalInstance(GlobalType type, Value value) {
    this.type = type;
    this.bits = value.slotBits();
    this.object = value.slotObject();
  }

  public GlobalType type() {
    return type;
  }

  /** Its value. */
  public Value get() {
    return Value.ofSlot(type.type(), bits, object);
  }

  /** Replaces the value; also of immutable globals, for inspectors. */
  public void set(Value value) {
    bits = value.slotBits();
    object = value.slotObject();
  }

  /** Sets what is in the slot, as {@link Value#ofSlot} reads it. */
  public void setSlot(long newBits, Object newObject) {
    bits = newBits;
    object = newObject;
  }

  @Override
  public ExternKind kind() {
    return ExternKind.GLOBAL;
  }

  @Override
  public ExternType externType() {
    return type;
  }
}
