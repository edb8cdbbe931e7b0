package dev.wasmscope.wasm.instr;

import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;

/** What an instruction takes from the operand stack and leaves there (§3.4). */
public sealed interface Signature {

  /**
   * A numeric instruction: pure, described wholly by its types; its semantics is one static method.
   */
  record Fixed(List<ValType> params, List<ValType> results) implements Signature {}

  /** A constant: takes nothing, leaves its immediate. */
  record Constant(ValType type) implements Signature {}

  /**
   * An access to linear memory. It takes an address of the memory's address type, then {@code
   * params}.
   *
   * @param width bytes accessed; also the natural alignment
   */
  record MemoryAccess(List<ValType> params, List<ValType> results, int width)
      implements Signature {}

  /** Anything whose types depend on more than the instruction itself; has a rule of its own. */
  record Special() implements Signature {}

  /** The one special signature. */
  Signature SPECIAL = new Special();

  /** {@code params -> results}. */
  static Signature fixed(List<ValType> params, List<ValType> results) {
    return new Fixed(params, results);
  }

  /** {@code params -> t}. */
  static Signature fixed(List<ValType> params, ValType t) {
    return new Fixed(params, List.of(t));
  }

  /** {@code t -> t}. */
  static Signature unary(ValType t) {
    List<ValType> types = List.of(t);
    return new Fixed(types, types);
  }

  /** {@code t t -> t}. */
  static Signature binary(ValType t) {
    return new Fixed(List.of(t, t), List.of(t));
  }

  /** {@code t t t -> t}. */
  static Signature ternary(ValType t) {
    return new Fixed(List.of(t, t, t), List.of(t));
  }

  /** {@code t -> i32}. */
  static Signature test(ValType t) {
    return convert(t, NumType.I32);
  }

  /** {@code t t -> i32}. */
  static Signature compare(ValType t) {
    return new Fixed(List.of(t, t), List.of(NumType.I32));
  }

  /** {@code from -> to}. */
  static Signature convert(ValType from, ValType to) {
    return new Fixed(List.of(from), List.of(to));
  }

  /** {@code -> t}, from the immediate. */
  static Signature constant(ValType t) {
    return new Constant(t);
  }

  /** {@code address -> t}. */
  static Signature load(ValType t, int width) {
    return new MemoryAccess(List.of(), List.of(t), width);
  }

  /** {@code address t ->}. */
  static Signature store(ValType t, int width) {
    return new MemoryAccess(List.of(t), List.of(), width);
  }

  /** {@code address params -> t}: atomic read-modify-write, wait, notify, lane loads. */
  static Signature access(int width, List<ValType> params, ValType t) {
    return new MemoryAccess(params, List.of(t), width);
  }
}
