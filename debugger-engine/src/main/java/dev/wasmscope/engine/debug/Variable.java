package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueFormat;
import dev.wasmscope.wasm.type.StorageType;

/**
 * A parameter, local, operand or global at a stop, or a member of an object.
 *
 * @param index where it stands among its kind; operands count from the bottom of the stack
 * @param name its name, or an empty string
 * @param type its declared type; for an operand, the type that validation gives it there
 * @param typeText the type in words, with the names of types
 * @param value what it held; an object may have been changed since
 * @param preview of a reference, what it pointed to at that time; empty of others
 * @param members how many members its object has, see {@link DebugSession#members}; 0 of others
 * @param mutable whether it can be changed
 */
public record Variable(
    int index,
    String name,
    StorageType type,
    String typeText,
    Value value,
    String preview,
    int members,
    boolean mutable) {

  /** The value in words: a number or vector in {@code format}, a reference by its preview. */
  public String text(ValueFormat format) {
    return value instanceof Value.Ref ? preview : format.show(value);
  }
}
