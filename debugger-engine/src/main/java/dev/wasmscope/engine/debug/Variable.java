package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.type.ValType;

/**
 * A parameter, local, operand or global at a stop.
 *
 * @param index where it stands among its kind; operands count from the bottom of the stack
 * @param name its name, or an empty string
 * @param type its declared type; for an operand, the type that validation gives it there
 * @param value what it held
 */
public record Variable(int index, String name, ValType type, Value value) {}
