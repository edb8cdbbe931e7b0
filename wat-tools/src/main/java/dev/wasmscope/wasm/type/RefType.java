package dev.wasmscope.wasm.type;

/**
 * Reference types (§2.3.4).
 *
 * @param nullable whether null is a value of the type
 * @param heap what a reference that is not null points to
 */
public record RefType(boolean nullable, HeapType heap) implements ValType {

  public static final RefType FUNCREF = new RefType(true, AbsHeapType.FUNC);
  public static final RefType EXTERNREF = new RefType(true, AbsHeapType.EXTERN);

  /** This type without null. */
  public RefType nonNull() {
    return new RefType(false, heap);
  }

  @Override
  public String toString() {
    if (nullable && heap instanceof AbsHeapType abs) {
      return abs.nullableName();
    }
    return (nullable ? "(ref null " : "(ref ") + heap + ")";
  }
}
