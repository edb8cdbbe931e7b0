package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Types in the binary format (§5.3.1 to §5.3.7) that instructions and sections share. */
final class TypeReader {

  static final int REF = 0x64;
  static final int REF_NULL = 0x63;

  /** Types of a single byte, by that byte. */
  private static final StorageType[] SINGLE = new StorageType[128];

  private static final AbsHeapType[] HEAP = new AbsHeapType[128];

  static {
    SINGLE[0x7F] = NumType.I32;
    SINGLE[0x7E] = NumType.I64;
    SINGLE[0x7D] = NumType.F32;
    SINGLE[0x7C] = NumType.F64;
    SINGLE[0x7B] = VecType.V128;
    SINGLE[0x78] = PackedType.I8;
    SINGLE[0x77] = PackedType.I16;
    for (AbsHeapType heap : AbsHeapType.values()) {
      HEAP[heap.code()] = heap;
      SINGLE[heap.code()] = new RefType(true, heap);
    }
  }

  private TypeReader() {}

  /** The value type whose whole encoding is {@code unsignedByte}, or null. */
  static ValType single(int unsignedByte) {
    return unsignedByte < 128 && SINGLE[unsignedByte] instanceof ValType type ? type : null;
  }

  static ValType valType(ByteReader in) {
    int start = in.position();
    int code = in.u8();
    ValType type = single(code);
    if (type != null) {
      return type;
    }
    return switch (code) {
      case REF, REF_NULL -> new RefType(code == REF_NULL, heapType(in));
      default -> throw malformed(in, DiagnosticCode.VALUE_TYPE, start, code);
    };
  }

  static RefType refType(ByteReader in) {
    int start = in.position();
    int code = in.peek();
    if (code == REF || code == REF_NULL || single(code & 0xFF) instanceof RefType) {
      return (RefType) valType(in);
    }
    in.u8();
    throw malformed(in, DiagnosticCode.REFERENCE_TYPE, start, code);
  }

  static StorageType storageType(ByteReader in) {
    int code = in.peek();
    if (code >= 0 && code < 128 && SINGLE[code] instanceof PackedType packed) {
      in.u8();
      return packed;
    }
    return valType(in);
  }

  static HeapType heapType(ByteReader in) {
    int start = in.position();
    long code = in.s33();
    if (code >= 0) {
      return new TypeIndex((int) code);
    }
    AbsHeapType heap = code >= -64 ? HEAP[(int) code & 0x7F] : null;
    if (heap == null) {
      throw malformed(in, DiagnosticCode.HEAP_TYPE, start, (int) code & 0x7F);
    }
    return heap;
  }

  static List<ValType> valTypes(ByteReader in) {
    int count = in.length();
    var types = new ArrayList<ValType>(Math.min(count, in.remaining()));
    for (int i = 0; i < count; i++) {
      types.add(valType(in));
    }
    return types;
  }

  /** Whether a field or global is mutable (§5.3.7). */
  static boolean mutability(ByteReader in) {
    int start = in.position();
    int flag = in.u8();
    if (flag > 1) {
      throw in.error(DiagnosticCode.MUTABILITY, start, "expected 0 or 1, found " + flag);
    }
    return flag == 1;
  }

  /** The error that {@code found} is no type's code, a signed number of 7 bits. */
  static DiagnosticException malformed(ByteReader in, DiagnosticCode code, int start, int found) {
    if (found >= 0x80) {
      return in.error(DiagnosticCode.INTEGER_TOO_LONG, start, "a type's code was expected");
    }
    return in.error(
        code, start, "0x" + HexFormat.of().toHexDigits((byte) found) + " is not a type's code");
  }
}
