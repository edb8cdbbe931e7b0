package dev.wasmscope.wasm.type;

/** What addresses a memory or table (§2.3.10). */
public enum AddressType {
  I32(NumType.I32),
  I64(NumType.I64);

  private final NumType type;

  AddressType(NumType type) {
    this.type = type;
  }

  /** The type of address operands. */
  public NumType type() {
    return type;
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
