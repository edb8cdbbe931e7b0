package dev.wasmscope.engine.script;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.HostReference;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.script.Literal;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.RefType;

/** The values that a script writes out. */
final class Literals {

  private Literals() {}

  static Value value(Literal literal) {
    return switch (literal) {
      case Literal.I32(int value) -> new Value.I32(value);
      case Literal.I64(long value) -> new Value.I64(value);
      case Literal.F32(int bits) -> new Value.F32(bits);
      case Literal.F64(long bits) -> new Value.F64(bits);
      case Literal.V128(long low, long high) -> new Value.Vector(new V128(low, high));
      case Literal.RefNull(var type) -> new Value.Ref(null, new RefType(true, type));
      case Literal.RefExtern(int number) -> Value.extern(new HostReference(number));
      case Literal.RefHost(int number) ->
          new Value.Ref(new HostReference(number), new RefType(true, AbsHeapType.ANY));
    };
  }
}
