package dev.wasmscope.engine.expression;

/**
 * The types of numbers in expressions: those of WebAssembly, and the unsigned views of its
 * integers. The order is that of C's usual arithmetic conversions: the later of two types is the
 * common one.
 */
public enum NumericType {
  I32("i32"),
  U32("u32"),
  I64("i64"),
  U64("u64"),
  F32("f32"),
  F64("f64");

  private final String keyword;

  NumericType(String keyword) {
    this.keyword = keyword;
  }

  /** The name in expressions. */
  public String keyword() {
    return keyword;
  }

  /** Whether values of this type are {@link ExpressionValue.Int}. */
  public boolean isInteger() {
    return compareTo(F32) < 0;
  }

  /** The type of the result of an operation on a {@code this} and a {@code that}. */
  NumericType common(NumericType that) {
    return compareTo(that) >= 0 ? this : that;
  }
}
