package dev.wasmscope.wasm.type;

import java.util.Locale;

/**
 * Abstract heap types (§2.3.3), each with the byte of the binary format (§5.3.3), and those of the
 * reference-typed strings proposal.
 */
public enum AbsHeapType implements HeapType {
  NOEXN(0x74, "nullexnref"),
  NOFUNC(0x73, "nullfuncref"),
  NOEXTERN(0x72, "nullexternref"),
  NONE(0x71, "nullref"),
  FUNC(0x70, "funcref"),
  EXTERN(0x6F, "externref"),
  ANY(0x6E, "anyref"),
  EQ(0x6D, "eqref"),
  I31(0x6C, "i31ref"),
  STRUCT(0x6B, "structref"),
  ARRAY(0x6A, "arrayref"),
  EXN(0x69, "exnref"),
  STRING(0x67, "stringref"),
  STRINGVIEW_WTF8(0x66, "stringview_wtf8"),
  STRINGVIEW_WTF16(0x62, "stringview_wtf16"),
  STRINGVIEW_ITER(0x61, "stringview_iter");

  private final int code;
  private final String nullableName;

  AbsHeapType(int code, String nullableName) {
    this.code = code;
    this.nullableName = nullableName;
  }

  /** The byte of the binary format, which is also that of the nullable reference type. */
  public int code() {
    return code;
  }

  /** The text format's short name of the nullable reference to this type, as {@code funcref}. */
  public String nullableName() {
    return nullableName;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
