package dev.wasmscope.wasm.type;

/** Global types (§2.3.14). */
public record GlobalType(ValType type, boolean mutable) implements ExternType {

  @Override
  public String toString() {
    return mutable ? "(mut " + type + ")" : type.toString();
  }
}
