package dev.wasmscope.wasm.type;

/** A heap type that is defined in the module's type section, by its index (§2.5.1). */
public record TypeIndex(int index) implements HeapType {

  @Override
  public String toString() {
    return Integer.toUnsignedString(index);
  }
}
